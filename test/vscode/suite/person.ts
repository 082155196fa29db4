/*
 * The person in front of the editor. Steps of several questions are answered in VS Code's own inputs; what VS Code asks and tells by a call
 * of its own (a choice, a line of text, a message) is answered here, since a suite has no hands: the stories have them.
 */
import * as vscode from 'vscode'
import { until } from './editor.ts'

/** What somebody picks, types or presses: one label or text, or the labels that are to be ticked. Left out, they walk away. */
export type Answer = string | readonly string[] | undefined

/** What was asked or told. */
export interface Asked {
  readonly kind: 'choice' | 'text' | 'folder' | 'information' | 'warning' | 'error'
  readonly text: string
  readonly options: readonly string[]
}

type Input = vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox

/** Everything of `vscode.window` that a person answers. */
const ANSWERED = ['showQuickPick', 'showInputBox', 'showInformationMessage', 'showWarningMessage', 'showErrorMessage', 'createQuickPick', 'createInputBox'] as const
type Window = Record<(typeof ANSWERED)[number], unknown>

export class Person {
  readonly asked: Asked[] = []
  /** Links that were to be opened outside. */
  readonly opened: string[] = []
  private readonly answers: { readonly to: RegExp; readonly answer: Answer }[]
  private readonly inputs: { readonly input: Input; isOver: boolean }[] = []
  private readonly before: Window
  private readonly openExternal = vscode.env.openExternal

  constructor(answers: readonly (readonly [RegExp, Answer])[]) {
    this.answers = answers.map(([to, answer]) => ({ to, answer }))
    const window = vscode.window as unknown as Window
    this.before = Object.fromEntries(ANSWERED.map((each) => [each, window[each]])) as Window
    window.showQuickPick = async (given: readonly (string | vscode.QuickPickItem)[] | Promise<readonly (string | vscode.QuickPickItem)[]>, options: vscode.QuickPickOptions = {}) => {
      const items = await given
      const labels = items.map((each) => (typeof each === 'string' ? each : each.label))
      const answer = this.hear('choice', `${options.title ?? ''} ${options.placeHolder ?? ''}`, labels)
      if (answer === undefined) return undefined
      const named = (wanted: string): string | vscode.QuickPickItem => {
        const found = items[labels.findIndex((each) => each.includes(wanted))]
        if (found === undefined) throw new Error(`“${wanted}” is not offered, but ${labels.join(' | ')}`)
        return found
      }
      return typeof answer === 'string' ? named(answer) : answer.map(named)
    }
    window.showInputBox = async (options: vscode.InputBoxOptions = {}) => {
      const answer = this.hear('text', `${options.title ?? ''} ${options.prompt ?? ''}`, [])
      if (typeof answer !== 'string') return undefined
      const refusal = await options.validateInput?.(answer)
      if (typeof refusal === 'string' && refusal !== '') throw new Error(`“${answer}” was refused: ${refusal}`)
      return answer
    }
    for (const kind of ['information', 'warning', 'error'] as const) {
      window[`show${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)}Message` as keyof Window] = (text: string, ...rest: readonly unknown[]) => {
        const answer = this.hear(kind, text, rest.filter((each) => typeof each === 'string'))
        return Promise.resolve(rest.find((each) => each === answer))
      }
    }
    const { createQuickPick, createInputBox } = vscode.window
    const kept = <I extends Input>(input: I): I => {
      const entry = { input, isOver: false }
      const close: () => void = input.dispose.bind(input)
      input.dispose = () => {
        entry.isOver = true
        close()
      }
      this.inputs.push(entry)
      return input
    }
    window.createQuickPick = () => kept(createQuickPick())
    window.createInputBox = () => kept(createInputBox())
    ;(vscode.env as unknown as Record<string, unknown>)['openExternal'] = (uri: vscode.Uri) => {
      this.opened.push(uri.toString(true))
      return Promise.resolve(true)
    }
  }

  /** Gives the editor its own answers back. Nothing that was to be answered may be left. */
  leave(): void {
    Object.assign(vscode.window, this.before)
    ;(vscode.env as unknown as Record<string, unknown>)['openExternal'] = this.openExternal
    if (this.answers.length > 0) throw new Error(`never asked: ${this.answers.map(({ to }) => to.source).join(', ')}; asked was: ${this.asked.map(({ text }) => text).join(' | ')}`)
  }

  /** Waits for a message, or a question that has been put. */
  async told(text: RegExp): Promise<Asked> {
    return until(`word like ${text.source} (${this.asked.map((each) => each.text).join(' | ')})`, () => this.asked.find((each) => text.test(each.text)))
  }

  /** Answers the next question of several: picks the option with a label, ticks those with several, or types a text. */
  async step(answer: string | readonly string[]): Promise<void> {
    const entry = await until(`question to answer with “${String(answer)}” (${this.asked.map((each) => each.text).join(' | ')})`, () => this.inputs.find((each) => !each.isOver))
    const { input } = entry
    if (!('items' in input)) input.value = String(answer)
    else {
      await until('options', () => !input.busy && input.items.length > 0)
      const wanted = (typeof answer === 'string' ? [answer] : answer).map((label) => {
        const found = input.items.find((each) => each.label.includes(label))
        if (found === undefined) throw new Error(`“${label}” is not offered, but ${input.items.map((each) => each.label).join(' | ')}`)
        return found
      })
      const list = input.canSelectMany ? 'selectedItems' : 'activeItems'
      // VS Code answers each new list of options with a choice of its own, which may arrive after this one and take its place.
      await until('choice that stays', async () => {
        input[list] = wanted
        await roundTrip()
        return wanted.length === input[list].length && wanted.every((each) => input[list].includes(each))
      })
    }
    // Until the input is on the screen, accepting it does nothing; once it is accepted, it is over before the command returns.
    await until('acceptance of the answer', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
      return entry.isOver
    })
  }

  private hear(kind: Asked['kind'], text: string, options: readonly string[]): Answer {
    this.asked.push({ kind, text: text.trim(), options })
    const at = this.answers.findIndex(({ to }) => to.test(text))
    return at === -1 ? undefined : this.answers.splice(at, 1)[0]?.answer
  }
}

/** Until the editor's other side has taken in what was said to it, and what it said itself has arrived. */
async function roundTrip(): Promise<void> {
  // What is said to an input goes out together, once the running code has ended.
  await new Promise((resolve) => setTimeout(resolve, 0))
  await vscode.commands.executeCommand('setContext', 'convoke.test', true)
}

/** Does something with a person who has these answers ready, each given once. */
export async function withPerson<T>(answers: readonly (readonly [RegExp, Answer])[], act: (person: Person) => Promise<T>): Promise<T> {
  const person = new Person(answers)
  let isDone = false
  try {
    const result = await act(person)
    isDone = true
    return result
  } finally {
    try {
      person.leave()
    } catch (error) {
      // What went wrong first says more.
      if (isDone) throw error
    }
  }
}
