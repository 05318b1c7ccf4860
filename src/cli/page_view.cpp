#include "cli/page_view.hpp"

#include <fmt/format.h>

#include "cli/html_text.hpp"

namespace tidings::cli {
namespace {

constexpr std::string_view kViewHead = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>How the pages were read</title>
<style>
body { font: 15px/1.45 sans-serif; margin: 1.5em; color: #222; background: #fff; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5em; }
p { margin: .3em 0; padding: .2em .5em; border-left: 4px solid #bbb; white-space: pre-line; overflow-wrap: anywhere; }
.title { border-color: #1b5e9e; font-weight: bold; }
.byline { border-color: #8a5a00; }
.dateline { border-color: #6a3d9a; }
.caption { border-color: #2e7d6b; font-style: italic; }
.body { border-color: #2e7d32; }
.boilerplate { border-color: #b23b3b; }
.dropped { color: #777; background: #f6f2f2; border-color: #b23b3b; }
small { color: #666; margin-right: .6em; }
dl { display: grid; grid-template-columns: 8em 1fr; margin: .5em 0; }
dt { color: #666; } dd { margin: 0; }
</style></head><body>
)";

void add_field(std::string& out, std::string_view name, const std::string& value) {
    if (value.empty()) return;
    out += fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, escape_html(value));
}

void add_paragraph(std::string& out, std::string_view style, std::string_view label,
                   std::string_view text) {
    out += fmt::format("<p class=\"{}\"><small>{}</small>{}</p>\n", style, escape_html(label),
                       escape_html(text));
}

}  // namespace

std::string page_view_head() {
    return std::string(kViewHead);
}

std::string page_view_foot() {
    return "</body></html>\n";
}

std::string page_view(const ReadPage& page) {
    const Report& report = page.report;
    std::string out = fmt::format("<h1>{}</h1>\n<dl>\n", escape_html(report.id));
    add_field(out, "title", report.title);
    for (const std::string& author : report.authors) add_field(out, "author", author);
    add_field(out, "publisher", report.publisher);
    add_field(out, "section", report.section);
    add_field(out, "published", report.published);
    add_field(out, "modified", report.modified);
    add_field(out, "language", report.language);
    add_field(out, "address", report.uri);
    out += "</dl>\n<div class=\"columns\">\n<div>\n<h2>Kept</h2>\n";
    for (const Section& section : report.sections) {
        const std::string_view role = to_string(section.role);
        add_paragraph(out, role, role, slice(report.text, section.span));
    }
    out += "</div>\n<div>\n<h2>The page's text</h2>\n";
    for (const PageText& block : page.blocks) {
        const std::string_view style = block.kept ? to_string(block.role) : "dropped";
        add_paragraph(out, style, block.reason, block.text);
    }
    out += "</div>\n</div>\n";
    return out;
}

}  // namespace tidings::cli
