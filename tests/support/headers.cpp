// Nothing: the target of this file parses the headers that all tests share.
