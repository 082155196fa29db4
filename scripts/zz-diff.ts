import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from '../test/support/remark.ts'
const walk = (d: string): string[] => readdirSync(d).flatMap((n) => { const p = join(d, n); return statSync(p).isDirectory() ? walk(p) : p.endsWith('.md') ? [p] : [] })
let bad = 0, n = 0, shown = 0, loose = 0
for (const f of walk(process.argv[2]!)) {
  const t = readFileSync(f, 'utf8'); n++
  const m = /^\ufeff?---[ \t]*\r?\n[^]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(t)
  const r = compare(t, m ? m[0].length : 0)
  loose += r.loose
  const a = new Map<string, number>(); for (const x of r.remark) a.set(x, (a.get(x) ?? 0) + 1); for (const x of r.ours) a.set(x, (a.get(x) ?? 0) - 1)
  const d = [...a].filter(([, v]) => v !== 0)
  if (d.length) { bad++; if (shown < 40) { shown++; console.log(f, d.length); for (const [x, v] of d.slice(0, 6)) console.log('   ', v > 0 ? 'REMARK' : 'OURS  ', x.slice(0, 900)) } }
}
console.log({ n, bad, loose })
