#!/usr/bin/env python3
"""Writes a web archive like those of Common Crawl News, of any size, to measure with.

    make_archive.py [--pages FOLDER] --megabytes N FILE.warc.gz
    /usr/bin/time -v tidings read --stats FILE.warc.gz > /dev/null     # peak memory, MB a second

Each record is a gzip member. The pages are those of FOLDER (*.html), else made up; one record in
ten is an image. The same some hundred members repeat, so that writing takes no time.
"""
import argparse
import gzip
import random
from pathlib import Path

WORDS = """minister talks border troops envoy ceasefire parliament accused rejected signed convoy
province officials spokesman sanctions region government opposition protest police strike court
election agreement village river northern southern capital on the of a in and to for with""".split()


def made_up_page(number):
    """A page of some 60 KB: navigation, twenty paragraphs, scripts."""
    dice = random.Random(number)
    links = "".join(f'<li><a href="/{dice.randrange(10**9)}">{dice.choice(WORDS)}</a></li>' for _ in range(200))
    paragraphs = "".join(
        "<p>" + " ".join(dice.choice(WORDS) for _ in range(60)).capitalize() + ".</p>" for _ in range(20)
    )
    script = f'<script>var x = "{dice.getrandbits(160000):x}";</script>'
    return (
        f"<!DOCTYPE html><html><head><title>Report {number}</title>{script}</head><body><nav><ul>{links}"
        f"</ul></nav><article><h1>Report {number}</h1>{paragraphs}</article></body></html>"
    ).encode()


def record(number, body, media_type):
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n\r\n".encode() + body
    header = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: https://news.example/{number}\r\n"
        "WARC-Date: 2024-03-12T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(header.encode() + block + b"\r\n\r\n", 6, mtime=0)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--megabytes", type=int, required=True)
    parser.add_argument("file", type=Path)
    arguments = parser.parse_args()
    if arguments.pages:
        pages = [path.read_bytes() for path in sorted(arguments.pages.glob("*.html"))[:400]]
    else:
        pages = [made_up_page(number) for number in range(200)]
    members = [record(number, page, "text/html; charset=utf-8") for number, page in enumerate(pages)]
    for number in range(len(pages) // 9):
        image = b"\x89PNG\r\n\x1a\n" + random.Random(number).randbytes(30000)
        members.insert(number * 10, record(10**6 + number, image, "image/png"))
    size = 0
    with arguments.file.open("wb") as archive:
        while size < arguments.megabytes * 10**6:
            for member in members:
                size += archive.write(member)


if __name__ == "__main__":
    main()
