import { CONFIG, STORY } from '/work/main/test/app/scenario.ts'
import { GitHubLife } from '/work/main/test/support/github/life.ts'
const life = new GitHubLife(CONFIG); life.hub.state.assignable.add('lilei').add('hanmeimei'); await life.start()
for (const m of STORY) { try { life.lay(m); } catch(e) { console.log(String(e), life.hub.state.issues.map(e=>[e.number, e.login, e.body.slice(0,90)])); break } const r = await life.apply(m.now)
console.log(m.now, r.applied.performed.filter(e=>e.outcome!=='done').map(e=>[e.effect.key,e.outcome,e.reason]), life.hub.violations, life.hub.calls.length)}
await life.stop()
