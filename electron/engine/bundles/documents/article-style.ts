/** How an exported article looks: on a phone, on a desk by day and night, and on paper. */
export const articleStyle = `
:root { color-scheme: light dark; --ink: #1b1b19; --paper: #fffefb; --quiet: #5f5d58; --line: #dcd8cf; }
@media (prefers-color-scheme: dark) { :root { --ink: #ecebe7; --paper: #191918; --quiet: #a5a29b; --line: #3a3936; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font-size: 1.0625rem; line-height: 1.8;
  overflow-wrap: anywhere; }
body:lang(zh-Hant) { font-family: "Noto Serif TC", "Noto Serif CJK TC", "Source Han Serif TC", "Songti TC",
  "PMingLiU", "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei", serif; }
body:lang(zh-Hans) { font-family: "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC",
  "SimSun", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", serif; }
body:lang(en) { font-family: Georgia, "Times New Roman", "Noto Serif", "Songti TC", "Noto Serif CJK TC", serif; }
article { max-width: 44rem; margin: 0 auto; padding: clamp(1rem, 4vw, 3rem) clamp(1rem, 4vw, 2rem); }
h1 { margin: 0 0 .5rem; font-size: clamp(1.6rem, 5vw, 2.4rem); line-height: 1.3; white-space: pre-line; text-wrap: balance; }
.byline { margin: 0 0 1.5rem; color: var(--quiet); white-space: pre-line; }
.text p { margin: 0 0 1.1em; white-space: pre-line; }
figure { margin: 2rem 0; }
figure img { display: block; width: 100%; height: auto; max-height: 90vh; object-fit: contain; background: var(--line); }
figcaption { padding: .6rem 0; border-bottom: 1px solid var(--line); font-size: .9375rem; line-height: 1.6; }
.caption { margin: 0; white-space: pre-line; }
.credit { margin: .2rem 0 0; color: var(--quiet); }
@page { margin: 18mm 16mm; }
@media print {
  :root { --ink: #000; --paper: #fff; --quiet: #444; --line: #bbb; }
  body { font-size: 11pt; line-height: 1.65; }
  article { max-width: none; padding: 0; }
  h1 { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  figure { break-inside: avoid; margin: 6mm 0; }
  figure img { width: auto; max-width: 100%; max-height: 190mm; margin: 0 auto; background: none; }
  figcaption { break-before: avoid; }
}
`
