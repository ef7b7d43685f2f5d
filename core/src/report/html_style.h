// The style of annotated_html(): statuses differ by the line under the words as well as by its
// colour, in light, in dark, and in print, which is black and white.
#pragma once

#include <string_view>

namespace sourcelight {

inline constexpr std::string_view html_style = R"(
:root{color-scheme:light dark;--paper:#fffefb;--ink:#211d18;--soft:#625b51;--rule:#d9d3c7;
--flag:#f7efd6;--named:#125a8c;--unnamed:#946c00;--hidden:#7b2fc8;--unsourced:#97170f}
@media(prefers-color-scheme:dark){:root{--paper:#1e1c1a;--ink:#ece7de;--soft:#aaa295;--rule:#3a3631;
--flag:#4a4020;--named:#4aa8f5;--unnamed:#f4b23c;--hidden:#dcc6f0;--unsourced:#f8726a}}
body{max-width:44rem;margin:2rem auto;padding:0 1rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 system-ui,sans-serif}
article{font:1.125rem/1.8 Charter,Georgia,serif;overflow-wrap:anywhere}
article h2,article p{white-space:pre-wrap}
.byline,.caption,.credit,small{color:var(--soft)}
.standfirst{font-weight:bold}
.item{display:list-item;margin-left:1.5em}
mark{background:none;color:inherit;text-underline-offset:.24em}
.named{text-decoration:underline 2px var(--named)}
.unnamed{text-decoration:underline dashed 2px var(--unnamed)}
.hidden{text-decoration:underline dotted 3px var(--hidden)}
.unsourced{text-decoration:underline wavy 1.25px var(--unsourced)}
.flag{background:var(--flag);outline:1px dotted}
mark[data-n]::after{content:attr(data-n);font:.65em system-ui,sans-serif;vertical-align:super;
margin-left:.1em}
.legend{list-style:none;padding:0}
.legend li{display:inline-block;margin-right:1.5em}
section{border-top:1px solid var(--rule)}
li{margin:.5em 0}
li p{margin:0}
a{color:inherit}
@media print{:root{--paper:#fff;--ink:#000;--soft:#000;--rule:#000;--flag:#fff;--named:#000;
--unnamed:#000;--hidden:#000;--unsourced:#000}body{max-width:none;margin:0}li{break-inside:avoid}}
)";

}  // namespace sourcelight
