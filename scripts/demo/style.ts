/** The page's look: quiet, readable at phone width, light and dark, and on paper. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1d2330;--soft:#5a6475;--line:#d8dde6;--paper:#fff;--card:#f6f8fb;--accent:#2457a6;--issue:#6f42c1;--mail:#0b6e99;--chat:#1a7f37;--warn:#9a5b00;--bad:#b42318}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ef;--soft:#a3adbd;--line:#333b49;--paper:#12161d;--card:#1a2029;--accent:#8ab4f8;--issue:#c3a6ff;--mail:#7fc8e8;--chat:#7ddc95;--warn:#f0b45a;--bad:#ff8a7d}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}
.lead{color:var(--soft);max-width:46rem;margin:0 0 1rem}
.counts{display:flex;flex-wrap:wrap;gap:.5rem 1.75rem;list-style:none;padding:0;margin:0 0 1.25rem}
.counts b{font-size:1.5rem;color:var(--accent)}
nav{display:flex;flex-wrap:wrap;gap:.4rem;margin:1.25rem 0 .25rem}
nav label{border:1px solid var(--line);border-radius:99px;padding:.15rem .7rem .15rem .5rem;font-size:.85rem;cursor:pointer}
nav label:has(:checked){border-color:var(--accent);background:var(--card)}
.zones{color:var(--soft);font-size:.85rem;margin:.25rem 0 1.5rem}
section{display:grid;grid-template-columns:9.5rem 1fr;gap:1.5rem}
.when{text-align:right;color:var(--soft);font-size:.85rem;padding-top:.2rem}
.when b{color:var(--ink)}
.what{border-left:2px solid var(--line);padding:0 0 2rem 1.5rem;position:relative;min-width:0}
.what::before{content:"";position:absolute;left:-.45rem;top:.45rem;width:.8rem;height:.8rem;border-radius:50%;background:var(--accent);border:2px solid var(--paper)}
h2{font-size:1.15rem;margin:0 0 .6rem}
.acts{color:var(--soft);font-size:.9rem;margin:0 0 .8rem}
.acts ul{margin:.1rem 0 0;padding-left:1.1rem}
.card{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--accent);border-radius:.5rem;padding:.7rem .9rem;margin:0 0 .7rem;break-inside:avoid}
.card h3{font-size:1rem;margin:0}
.kind{display:block;font-size:.75rem;font-weight:600;letter-spacing:.03em;color:var(--accent)}
.cancellation,.overdue,.gap{border-left-color:var(--bad)}.cancellation .kind,.overdue .kind,.gap .kind{color:var(--bad)}
.chase,.minutes-reminder,.change{border-left-color:var(--warn)}.chase .kind,.minutes-reminder .kind,.change .kind{color:var(--warn)}
.because{margin:.25rem 0 .5rem}
.clause{display:inline-block;font:600 .72rem/1.5 ui-monospace,SFMono-Regular,Menlo,monospace;border:1px solid var(--line);border-radius:.25rem;padding:0 .35rem;background:var(--paper);color:var(--soft)}
.chips{display:flex;flex-wrap:wrap;gap:.35rem;margin:0}
.chip{font-size:.82rem;border:1px solid currentColor;border-radius:99px;padding:.05rem .6rem;text-decoration:none;overflow-wrap:anywhere}
a.chip:hover,a.chip:focus-visible{background:var(--paper);text-decoration:underline}
.chip.issue{color:var(--issue)}.chip.mail{color:var(--mail)}.chip.chat{color:var(--chat)}
.sign{margin-right:.35rem;font-weight:700}
.nothing{color:var(--soft)}
details{font-size:.88rem;color:var(--soft)}
summary{cursor:pointer}
.lint{border:1px solid var(--line);border-radius:.5rem;padding:.6rem .9rem}
.lint summary b{color:var(--ink);margin-left:.6rem}
.lint h3{font:600 .85rem ui-monospace,monospace;color:var(--ink);margin:.9rem 0 .2rem}
.lint ul{list-style:none;padding:0;margin:0}
.lint li{padding:.1rem 0 .1rem .8rem;border-left:3px solid var(--line);margin:.2rem 0}
.lint li.error{border-color:var(--bad)}.lint li.warning{border-color:var(--warn)}
@media (max-width:40rem){section{grid-template-columns:1fr;gap:.25rem}.when{text-align:left}.what{padding-left:1rem}}
@media print{nav,.zones{display:none}body{max-width:none;padding:0;font-size:11pt}details{display:none}}
`
