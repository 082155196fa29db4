/*
 * npm run pictures [report]: takes the pictures of README and docs from what the demo left behind (`npm run demo` first) and from a run of the
 * bundled Action against the stand-in for GitHub, and of the report over the examples; with CONVOKE_REPORT=/path/of/a/repository of that one's
 * report as well. Needs Chromium (apt-get install chromium, or CHROMIUM=/path) and a Chinese font (fonts-wqy-zenhei, fonts-noto-cjk).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser } from 'playwright-core'
import PostalMime from 'postal-mime'
import { ActionRepository } from '../test/support/github/action.ts'
import { asGitHub } from './pictures/github-page.ts'

const OUT = resolve('docs/images')
const DEMO = resolve('demo-output')
const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find((each) => each !== undefined && existsSync(each))

interface Shot {
  readonly name: string
  readonly html: string
  readonly width: number
  readonly height?: number
  readonly dark?: boolean
  /** What is shown, rather than the page. */
  readonly part?: string
  /** The picture ends below the first element of this selector. */
  readonly until?: string
}

if (executablePath === undefined) throw new Error('there is no Chromium: apt-get install chromium, or set CHROMIUM')
mkdirSync(OUT, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  for (const shot of reportShots()) await take(browser, shot)
  if (process.argv[2] !== 'report') await takeDemo(browser)
} finally {
  await browser.close()
}

/** All but the reports: what the demo left behind, and the pull request. */
async function takeDemo(on: Browser): Promise<void> {
  for (const shot of [...await mailShots(), ...await pullRequestShots(), ...issueShots()]) await take(on, shot)
  await take(on, { name: 'inbox', html: join(DEMO, 'inbox.html'), width: 1000, height: 760, part: 'open first' })
}

async function take(on: Browser, { name, html, width, height = 200, dark = false, part, until }: Shot): Promise<void> {
  const page = await on.newPage({ viewport: { width, height }, deviceScaleFactor: name.startsWith('pull') ? 1.5 : 1, colorScheme: dark ? 'dark' : 'light' })
  if (html.startsWith('/')) await page.goto(pathToFileURL(html).href)
  else await page.setContent(html)
  if (part === 'open first') {
    await page.locator('details.mail summary').nth(1).click()
    await page.waitForTimeout(500)
  }
  const path = join(OUT, `${name}.png`)
  const end = until === undefined ? null : await page.locator(until).first().boundingBox()
  if (end !== null) await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height: Math.round(end.y + end.height + 28) } })
  else if (part === undefined) await page.screenshot({ path, fullPage: true })
  else await page.screenshot({ path })
  await page.close()
  process.stdout.write(`${path}\n`)
}

/** The report's page, as the command line makes it; whole, it would be a long picture, and below it people are named. */
function reportShots(): Shot[] {
  const shots = [
    { name: 'report-examples', language: 'en' }, { name: 'report-examples.zh', language: 'zh' }, { name: 'report-examples-dark', language: 'en', dark: true },
  ].map((each) => ({ ...each, until: '.clauses', root: resolve('examples'), args: ['--history', 'off', '--now', '2026-12-10T09:00:00Z'] }))
  const asked = process.env['CONVOKE_REPORT']
  const more = asked === undefined ? [] : [{ name: 'report', language: 'en' }, { name: 'report.zh', language: 'zh' }].map((each) => ({ ...each, root: asked, args: [], until: '.heat' }))
  return [...shots, ...more].map(({ language, root, args, ...shot }) => {
    const html = join(OUT, `${shot.name}.html`)
    const { status, stderr } = spawnSync(process.execPath, ['dist/cli/convoke.js', 'report', '--root', root, '--lang', language, '--out', html, ...args], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    const page = readFileSync(html, 'utf8')
    rmSync(html)
    return { ...shot, html: page, width: 1080 }
  })
}

async function mailShots(): Promise<Shot[]> {
  const folder = join(DEMO, 'forge/mails')
  const find = (pattern: RegExp): string => readdirSync(folder).find((name) => pattern.test(name)) ?? ''
  const html = async (file: string): Promise<string> => (await PostalMime.parse(readFileSync(join(folder, file)))).html ?? ''
  const invitation = await html(find(/\.invitation\..*mail\.tom-becker/))
  const chinese = await html(find(/\.invitation\..*mail\.(?:han-meimei|zhao)/))
  return [
    { name: 'mail-phone', html: invitation, width: 390 }, { name: 'mail-phone-dark', html: invitation, width: 390, dark: true },
    { name: 'mail-phone.zh', html: chinese, width: 390 },
  ]
}

function issueShots(): Shot[] {
  const folder = join(DEMO, 'forge/issues')
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return names.slice(0, 1).flatMap((name): Shot[] => {
    const text = readFileSync(join(folder, name), 'utf8')
    const title = /^title: '?(.*?)'?$/m.exec(text)?.[1] ?? name
    const [body = '', ...comments] = text.replace(/^---\n[^]*?\n---\n/, '').split(/<!-- convoke:comment -->\s*---/)
    return [false, true].map((dark) => ({ name: `issue${dark ? '-dark' : ''}`, html: asGitHub(title, [body, ...comments], dark), width: 920, dark }))
  })
}

/** The comment that the bundled Action leaves on a pull request with two meetings of the examples. */
async function pullRequestShots(): Promise<Shot[]> {
  const repository = new ActionRepository()
  await repository.start()
  try {
    const folder = resolve('examples')
    const texts: Record<string, string> = {}
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) if (/\.(?:md|yml|csv|svg|txt)$/.test(name)) texts[name] = readFileSync(join(folder, name), 'utf8')
    repository.commit(texts)
    const meetings = ['meetings/2026-12-01-search-latency.md', 'meetings/2026-12-03-q2-budget.md']
    const shots: Shot[] = []
    for (const language of ['en', 'zh']) {
      const { number, sha } = repository.pullRequest(meetings.map((filename) => ({ filename, status: 'added' })), {})
      const full_name = 'team/meetings'
      const { log } = await repository.run({ event: 'pull_request', payload: { pull_request: { number, base: { sha, repo: { full_name } }, head: { repo: { full_name } } } }, inputs: { language }, now: '2026-11-23T08:00:00Z' })
      const comment = repository.hub.state.comments.find((each) => each.issue === number)
      if (comment === undefined) throw new Error(log)
      writeFileSync(join(DEMO, `pull-request.${language}.md`), comment.body)
      shots.push({ name: `pull-request${language === 'zh' ? '.zh' : ''}`, html: asGitHub(undefined, [comment.body], false), width: 920 })
    }
    return shots
  } finally {
    await repository.stop()
  }
}
