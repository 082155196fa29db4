/*
 * What the extension does on GitHub with VS Code's own sign-in. Here nobody can sign in and nothing answers, so both are played: what GitHub
 * says to the very same calls is tested against the stand-in (test/client/github.test.ts).
 */
import { assert } from 'chai'
import * as vscode from 'vscode'
import { newEntry } from '../../../src/core/process/ledger.ts'
import { until, uriOf } from './editor.ts'
import { clear, extension, writeMeeting } from './extension.ts'
import { DAY, meetingAt } from './meetings.ts'
import { withPerson } from './person.ts'

const API = 'https://api.github.com/repos/convoke-example/meetings'
let file = ''
let id = ''
let count = 0

interface Played {
  /** Scopes of each session that was asked for. */
  readonly sessions: string[]
  readonly calls: { readonly method: string; readonly url: string; readonly authorization: string | null; readonly body: string }[]
}

/** GitHub as these answers have it, by method and path; the person signs in, unless they do not. */
async function onGitHub(answers: Readonly<Record<string, { readonly status: number; readonly body?: unknown }>>, act: (played: Played) => Promise<void>, signsIn = true): Promise<void> {
  const played: Played = { sessions: [], calls: [] }
  const authentication = vscode.authentication as unknown as { getSession: unknown }
  const before = { fetch: globalThis.fetch, getSession: authentication.getSession }
  globalThis.fetch = (input, options) => {
    const [url, method] = [input instanceof Request ? input.url : String(input), options?.method ?? 'GET']
    if (!url.startsWith('https://api.github.com/')) return before.fetch(input, options)
    played.calls.push({ method, url, authorization: new Headers(options?.headers).get('authorization'), body: typeof options?.body === 'string' ? options.body : '' })
    const { status, body } = answers[`${method} ${url.slice(API.length).replace(/\?.*$/, '')}`] ?? { status: 404 }
    return Promise.resolve(new Response(JSON.stringify(body ?? {}), { status }))
  }
  authentication.getSession = (provider: string, scopes: readonly string[], options: vscode.AuthenticationGetSessionOptions) => {
    played.sessions.push(`${provider} ${scopes.join(' ')}${options.createIfNone === true ? '' : ' silently'}`)
    return signsIn ? Promise.resolve({ accessToken: 'of-the-person' }) : Promise.reject(new Error('User did not consent to login.'))
  }
  try {
    await act(played)
  } finally {
    globalThis.fetch = before.fetch
    authentication.getSession = before.getSession
  }
}

async function run(name: string, ...args: readonly unknown[]): Promise<void> {
  await vscode.commands.executeCommand(`convoke.${name}`, ...args)
}

/** A meeting whose invitation is issue 12, as the ledger beside it says. */
async function invited(): Promise<string> {
  const entry = { ...newEntry(id, file), issue: 12 }
  await vscode.workspace.fs.writeFile(uriOf(`.convoke/ledger/${id}/000001.json`), new TextEncoder().encode(JSON.stringify(entry)))
  return (await writeMeeting(file, meetingAt(Date.now() + 20 * DAY, id))).uri
}

function planOf(uri: string): string {
  return vscode.workspace.textDocuments.find((each) => each.uri.scheme === 'convoke-plan' && each.uri.query === uri)?.getText() ?? ''
}

const isNode = (): boolean => (globalThis as { readonly process?: { readonly release?: { readonly name?: string } } }).process?.release?.name === 'node'

describe('on GitHub', () => {
  before(extension)
  beforeEach(() => {
    id = `hub-${++count}`
    file = `meetings/${id}.md`
  })
  afterEach(() => clear(file, '.convoke'))

  it('replies are listed below the plan once somebody asks for them, and nobody is asked to sign in before', async function () {
    // The browser's host has no ledger at hand, so no meeting's issue is known there.
    if (!isNode()) this.skip()
    const uri = await invited()
    const comments = [
      { user: { login: 'emma-clarke', type: 'User' }, body: '/no I am on **leave**' }, { user: { login: 'guest', type: 'User' }, body: '/yes' },
    ]
    await onGitHub({ 'GET ': { status: 200 }, 'GET /issues/12/comments': { status: 200, body: comments }, 'GET /issues/12/reactions': { status: 200, body: [] } }, ({ sessions, calls }) => withPerson([], async (person) => {
      await run('plan', uri)
      await until('hint below the plan', () => /replies on issue #12 are not shown yet/.test(planOf(uri)))
      assert.deepEqual([sessions, calls], [[], []])
      await run('replies', uri)
      const text = await until('replies below the plan', () => /Replies on issue #12, as of/.test(planOf(uri)) && planOf(uri))
      assert.match(text, /\| Emma Clarke \| does not come \| I am on \\\*\\\*leave\\\*\\\* \|\n\| Ana Ruiz \| no answer yet \|  \|\n\| \\@guest \| comes \|  \|/)
      // What everybody may read needs no right at all; the token goes nowhere but to the two lists.
      assert.deepEqual(sessions, ['github '])
      assert.deepEqual(calls.map(({ authorization }) => authorization), [null, 'Bearer of-the-person', 'Bearer of-the-person'])
      assert.deepEqual(person.asked, [])
    }))
  })

  it('replies of a private repository need the right to it, and nothing is shown of them where nobody signs in or GitHub refuses', async function () {
    if (!isNode()) this.skip()
    const uri = await invited()
    await onGitHub({}, ({ sessions, calls }) => withPerson([[/^Nobody is signed in to github\.com/, undefined]], async () => {
      await run('replies', uri)
      assert.deepEqual([sessions, calls.map(({ url }) => url)], [['github repo'], [API]])
    }), false)
    await onGitHub({}, () => withPerson([[/^There is no issue #12 in convoke-example\/meetings, or this account may not see it/, undefined]], () => run('replies', uri)))
    assert.equal(planOf(uri), '')
  })

  it('a notice is written as a comment on a click, else copied, and GitHub is not asked where it is copied', async function () {
    if (!isNode()) this.skip()
    const uri = await invited()
    const { memory } = await extension()
    const question = [/What shall everybody know/, 'Bring the price list'] as const
    const consent = /^Tell everybody by a comment on issue #12 of convoke-example\/meetings/
    const answers = { 'GET ': { status: 200 }, 'POST /issues/12/comments': { status: 201 } }
    try {
      await onGitHub(answers, ({ sessions, calls }) => withPerson([question, [consent, 'Copy the words instead'], [/on the clipboard/, undefined]], async () => {
        await run('notice', uri)
        assert.deepEqual([sessions, calls], [[], []])
      }))
      await onGitHub(answers, ({ sessions, calls }) => withPerson([question, [consent, 'Write it, and do not ask again here'], [/^Written on issue #12: \/notice Bring/, undefined]], async () => {
        await run('notice', uri)
        assert.deepEqual(sessions, ['github public_repo'])
        assert.deepEqual(calls.map(({ method, body }) => [method, body]), [['GET', ''], ['POST', '{"body":"/notice Bring the price list"}']])
      }))
      await onGitHub({ 'GET ': { status: 200 }, 'POST /issues/12/comments': { status: 403 } }, () => withPerson([question, [/^GitHub refused: .*on the clipboard/, undefined]], async (person) => {
        await run('notice', uri)
        await person.told(/Bring the price list$/)
      }))
    } finally {
      await memory.update('convoke.comments', undefined)
    }
  })

  it('says that the issue is not known, where it is not', async () => {
    const { uri } = await writeMeeting(file, meetingAt(Date.now() + 20 * DAY, id))
    await onGitHub({}, ({ sessions, calls }) => withPerson([[/^The meeting’s issue is not known here/, undefined]], async () => {
      await run('replies', uri)
      assert.deepEqual([sessions, calls], [[], []])
    }))
  })
})
