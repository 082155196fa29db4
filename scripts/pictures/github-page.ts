import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/**
 * Markdown as GitHub shows it, near enough for a picture: GitHub's own flavour, its alerts and the tags that it lets through, every
 * text in a box of its own under the title of the issue.
 */
export function asGitHub(title: string | undefined, texts: readonly string[], dark: boolean): string {
  const boxes = texts.map((text) => `<div class="box"><div class="who"><b>github-actions</b> <i>bot</i> commented</div><div class="text">${markdown(text)}</div></div>`).join('\n')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${STYLE}</style><body class="${dark ? 'dark' : ''}">${title === undefined ? '' : `<h1>${escape(title)}</h1>`}${boxes}</body></html>`
}

function markdown(text: string): string {
  const own = text.replace(/<!--[^]*?-->\n?/g, '')
  const html = micromark(own, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  return html.replace(/<blockquote>\s*<p>\[!(CAUTION|WARNING|NOTE)\]\n?/g, (_, kind: string) => `<blockquote class="${kind.toLowerCase()}"><p><b>${kind.charAt(0)}${kind.slice(1).toLowerCase()}</b><br>`)
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

const STYLE = `
body{margin:0;padding:24px;background:#fff;color:#1f2328;font:14px/1.5 -apple-system,"Segoe UI","Noto Sans",Helvetica,Arial,"Noto Sans CJK SC",sans-serif;--line:#d1d9e0;--head:#f6f8fa;--soft:#59636e;--link:#0969da}
body.dark{background:#0d1117;color:#f0f6fc;--line:#3d444d;--head:#151b23;--soft:#9198a1;--link:#4493f8}
h1{font-size:26px;font-weight:400;margin:0 0 18px}
.box{border:1px solid var(--line);border-radius:6px;margin:0 0 18px;overflow:hidden}
.who{background:var(--head);border-bottom:1px solid var(--line);padding:8px 16px;color:var(--soft)}
.who b{color:inherit}.who i{font:12px sans-serif;border:1px solid var(--line);border-radius:99px;padding:0 7px}
.text{padding:4px 16px 12px}
h3{font-size:20px;border:0;margin:16px 0 10px}h4{font-size:16px;margin:18px 0 8px}
a{color:var(--link)}code{background:#818b981f;padding:.2em .4em;border-radius:6px;font:85% ui-monospace,SFMono-Regular,Menlo,monospace}
table{border-collapse:collapse;margin:0 0 14px}th,td{border:1px solid var(--line);padding:6px 13px;text-align:left;vertical-align:top}tr:nth-child(2n){background:var(--head)}
blockquote{margin:0 0 14px;padding:0 1em;color:var(--soft);border-left:.25em solid var(--line)}blockquote.caution{border-color:#cf222e;color:inherit}blockquote.caution b{color:#cf222e}
ul{padding-left:2em}input{margin:0 .4em 0 -1.4em}details{margin:8px 0}
`
