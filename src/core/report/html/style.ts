/** The page's one style: by the reader's light or dark, narrow or wide, and for paper. Charts take their colours from it. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b2330;--soft:#596476;--line:#dde2ea;--paper:#fff;--card:#f5f7fa;--accent:#2457a6;--kept:#2f6db5;--remark:#a8c5e6;--broken:#d4622a;--bad:#b3471a;
--h0:#b94a1a;--h0t:#fff;--h1:#e8925f;--h1t:#1b2330;--h2:#f8d9c5;--h2t:#1b2330;--h3:#d9e6f5;--h3t:#1b2330;--h4:#8fb6e0;--h4t:#1b2330;--h5:#2f6db5;--h5t:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e7eaf0;--soft:#a2acbc;--line:#323a47;--paper:#12161d;--card:#1a2029;--accent:#8ab4f8;--kept:#5f9de0;--remark:#31527a;--broken:#ee8650;--bad:#f5a27a;
--h0:#d8632c;--h0t:#12161d;--h1:#8f4522;--h1t:#fbeee6;--h2:#4a2f24;--h2t:#f1dcd0;--h3:#203042;--h3t:#d5e2f1;--h4:#2d5282;--h4t:#eaf2fb;--h5:#5f9de0;--h5t:#10161f}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1080px;padding:40px 28px 56px;font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:var(--ink);background:var(--paper);font-variant-numeric:tabular-nums}
h1{font-size:30px;line-height:1.2;margin:0 0 6px;letter-spacing:-.01em}
h2{font-size:20px;line-height:1.3;margin:52px 0 2px}
h3{font-size:16px;margin:14px 0 0}
p{margin:0}
.lead,.says{color:var(--soft)}
.says{max-width:84ch;margin-bottom:16px}
.tiles{display:grid;grid-template-columns:1.25fr 1fr 1fr 1fr;gap:14px;margin:28px 0 22px;padding:0}
.tile{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 18px 16px}
.tile dt{color:var(--soft);font-size:13.5px}
.tile dd{margin:0}
.tile .big{font-size:34px;font-weight:650;line-height:1.2;letter-spacing:-.02em}
.tile.main .big{color:var(--accent)}
.tile .sub{font-size:13.5px;color:var(--soft)}
.up{color:var(--kept);font-weight:600}.down,.late{color:var(--bad);font-weight:600}
svg{display:block;max-width:100%;font:11px system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
svg text{fill:var(--soft)}
svg .value{fill:var(--ink);font-weight:600}
svg .grid{stroke:var(--line)}
svg .base{stroke:var(--soft)}
svg .line{fill:none;stroke:var(--kept);stroke-width:2.25;stroke-linejoin:round;stroke-linecap:round}
svg .area{fill:var(--kept);opacity:.1}
svg .dot{fill:var(--kept);stroke:var(--paper);stroke-width:1.5}
svg .dot.few{fill:var(--paper);stroke:var(--kept)}
svg .count{fill:var(--line)}
.k{fill:var(--kept)}.r{fill:var(--remark)}.b{fill:var(--broken)}.a{fill:var(--remark)}
.stack{width:100%;height:14px;border-radius:4px}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin:8px 0 0;padding:0;list-style:none;font-size:13.5px;color:var(--soft)}
.legend i{display:inline-block;width:11px;height:11px;border-radius:3px;margin-right:7px;vertical-align:-1px}
.legend .ik{background:var(--kept)}.legend .ir{background:var(--remark)}.legend .ib{background:var(--broken)}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{padding:6px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{font-size:12.5px;font-weight:600;color:var(--soft);border-bottom-color:var(--soft);white-space:nowrap}
tbody th{font-weight:400}
th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
.n{text-align:right;white-space:nowrap}
.id{font-weight:650;white-space:nowrap;width:44px}
.part th{padding-top:18px;font-size:13px;font-weight:650;color:var(--accent);border-bottom-color:var(--accent)}
.clauses .bar{width:30%;vertical-align:middle}
.clauses .bar svg{width:100%;height:10px;border-radius:3px}
.none{color:var(--soft)}.whole{white-space:nowrap}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:36px;margin-bottom:28px}
.chart{overflow-x:auto}.chart svg{min-width:430px;width:100%}
.pair>*,.split>*{min-width:0}
.pair .says,.pair .note{font-size:13.5px;margin-bottom:10px}.pair .note{margin-top:8px}
.note{color:var(--soft);background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 14px}
details{margin-top:6px;font-size:13px;color:var(--soft)}
summary{cursor:pointer}
details table{font-size:13px;margin-top:6px;color:var(--ink)}
details th,details td{padding:3px 8px}
.scroll{overflow-x:auto}
.heat{width:auto;border-collapse:separate;border-spacing:2px;font-size:12px;margin-top:8px}
.heat th,.heat td{border:0;padding:0}
.heat thead th{font-size:11.5px;font-weight:500;text-align:center;padding:0 2px}
.heat thead .year{text-align:left;font-weight:650;padding-left:4px}
.heat tbody th{white-space:nowrap;padding-right:10px;max-width:280px;overflow:hidden;text-overflow:ellipsis}
.heat tbody th b{display:inline-block;width:36px}
.heat td{text-align:center;height:23px;min-width:27px;border-radius:3px;color:var(--soft);vertical-align:middle}
.roomy td{min-width:46px}.heat.roomy tbody th{max-width:360px}
.h0{background:var(--h0);color:var(--h0t)!important}.h1{background:var(--h1);color:var(--h1t)!important}.h2{background:var(--h2);color:var(--h2t)!important}
.h3{background:var(--h3);color:var(--h3t)!important}.h4{background:var(--h4);color:var(--h4t)!important}.h5{background:var(--h5);color:var(--h5t)!important}
.path{font:12px ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;color:var(--soft);overflow-wrap:anywhere;display:block}
.files td:nth-child(2){white-space:nowrap}
.chips{line-height:1.75}
.chip{display:inline-block;font-size:11.5px;font-weight:600;border:1px solid var(--line);border-radius:4px;padding:0 5px;margin:0 3px 0 0;color:var(--soft);background:var(--card);line-height:1.5}
.more{color:var(--soft);font-size:13.5px;margin-top:10px}
.split{display:grid;grid-template-columns:minmax(300px,5fr) 7fr;gap:36px}
.owners .bar{width:28%;min-width:64px;vertical-align:middle}.owners .none{white-space:nowrap}.owners svg{width:100%;height:10px;border-radius:3px}
.how{margin:10px 0 0;padding-left:20px;color:var(--soft);font-size:13.5px;max-width:92ch}
.how li{margin:4px 0}
footer{margin-top:36px;padding-top:12px;border-top:1px solid var(--line);color:var(--soft);font-size:13px}
@media(max-width:760px){.heat tbody th,.heat.roomy tbody th{max-width:130px}body{padding:24px 16px 40px}h1{font-size:24px}.tiles{grid-template-columns:1fr 1fr}.pair,.split{grid-template-columns:minmax(0,1fr)}.clauses .bar{display:none}.whole{white-space:normal}.tile .big{font-size:27px}.wide{overflow-x:auto}}
@page{size:A4;margin:14mm 13mm}
@media print{:root{color-scheme:light;--ink:#1b2330;--soft:#4d5767;--line:#d3d9e2;--paper:#fff;--card:#fff;--accent:#2457a6;--kept:#2f6db5;--remark:#a8c5e6;--broken:#d4622a;--bad:#b3471a;
--h0:#b94a1a;--h0t:#fff;--h1:#e8925f;--h1t:#1b2330;--h2:#f8d9c5;--h2t:#1b2330;--h3:#d9e6f5;--h3t:#1b2330;--h4:#8fb6e0;--h4t:#1b2330;--h5:#2f6db5;--h5t:#fff}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{max-width:none;padding:0;font-size:9.5pt}h1{font-size:19pt}h2{font-size:13pt;margin-top:22pt}table{font-size:8.5pt}th,td{padding:3pt 6pt}.heat{font-size:7pt}.heat td{height:13pt;min-width:0}.heat thead th{font-size:7pt}
h2,h3,.says,thead,.part{break-after:avoid}tr,.tile,figure,.note,.how li{break-inside:avoid}.pair{gap:18pt}.chart{overflow:visible}.chart svg{min-width:0}.tiles{gap:8pt}.tile .big{font-size:20pt}
details summary{display:none}details table{font-size:7.5pt}details th,details td{padding:1.5pt 6pt}details::details-content{content-visibility:visible;display:block}.scroll,.wide{overflow:visible}.heat tbody th{max-width:170px}.heat.roomy tbody th{max-width:250px}.roomy td{min-width:30px}svg{font-size:13.5px}.owners .bar{min-width:40px}}
`
