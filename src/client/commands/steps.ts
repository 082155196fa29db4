import * as vscode from 'vscode'

/** What somebody answers who wants the question before again. */
export const BACK = Symbol('back')

/** One question of several; it answers with what is to be remembered, or with `BACK`. */
export type Step<T> = (answers: Partial<T>, place: Place) => Promise<Partial<T> | typeof BACK | undefined>

/** Where a question stands among the others. */
export interface Place {
  readonly title: string
  readonly step: number
  readonly total: number
}

/** A choice out of several. `value` is what it stands for. */
export interface Option<V> extends vscode.QuickPickItem {
  readonly value?: V
}

/** Asks one question after another; Back goes one back. The answers, or undefined where somebody stopped. */
export async function askSteps<T>(title: string, steps: readonly Step<T>[]): Promise<Partial<T> | undefined> {
  let answers: Partial<T> = {}
  for (let at = 0; at < steps.length;) {
    const answer = await steps[at]?.(answers, { title, step: at + 1, total: steps.length })
    if (answer === undefined) return undefined
    if (answer === BACK) at = Math.max(0, at - 1)
    else {
      answers = { ...answers, ...answer }
      at++
    }
  }
  return answers
}

/** What a choice and a text have in common. */
interface Input extends vscode.QuickInput {
  readonly onDidAccept: vscode.Event<void>
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>
}

interface PickOptions<V> {
  readonly placeholder: string
  readonly options: readonly Option<V>[] | Promise<readonly Option<V>[]>
  readonly many?: boolean
  readonly picked?: (option: Option<V>) => boolean
}

/** A choice: the options picked, one unless `many`. */
export function pick<V>(place: Place, { placeholder, options, many = false, picked }: PickOptions<V>): Promise<readonly Option<V>[] | typeof BACK | undefined> {
  const input = vscode.window.createQuickPick<Option<V>>()
  Object.assign(input, frame(place), { placeholder, canSelectMany: many, matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true, busy: true })
  const fill = (items: readonly Option<V>[]): void => {
    input.items = items
    input.busy = false
    if (picked !== undefined) input.selectedItems = items.filter(picked)
  }
  void Promise.resolve(options).then(fill, () => fill([]))
  return settled(input, () => (many ? input.selectedItems : input.activeItems.slice(0, 1)), (chosen) => chosen.length > 0 || many)
}

interface TextOptions {
  readonly prompt: string
  readonly placeholder?: string
  readonly value?: string
  /** What is wrong with a text; undefined where nothing is. */
  readonly check?: (text: string) => string | undefined
}

/** A text, trimmed. */
export function askText(place: Place, { prompt, placeholder = '', value = '', check = () => undefined }: TextOptions): Promise<string | typeof BACK | undefined> {
  const input = vscode.window.createInputBox()
  Object.assign(input, frame(place), { prompt, placeholder, value, ignoreFocusOut: true })
  const changed = input.onDidChangeValue(() => {
    input.validationMessage = undefined
  })
  return settled(input, () => input.value.trim(), (text) => {
    input.validationMessage = check(text)
    return input.validationMessage === undefined
  }).finally(() => {
    changed.dispose()
  })
}

function frame({ title, step, total }: Place): Partial<vscode.QuickInput> & { buttons: readonly vscode.QuickInputButton[] } {
  return { title, step, totalSteps: total, buttons: step > 1 ? [vscode.QuickInputButtons.Back] : [] }
}

/** Shows an input until it is accepted, gone back from, or left. */
function settled<R>(input: Input, result: () => R, isEnough: (result: R) => boolean): Promise<R | typeof BACK | undefined> {
  return new Promise((resolve) => {
    const done = (value: R | typeof BACK | undefined): void => {
      resolve(value)
      input.dispose()
    }
    input.onDidAccept(() => {
      const value = result()
      if (isEnough(value)) done(value)
    })
    input.onDidTriggerButton((button) => button === vscode.QuickInputButtons.Back && done(BACK))
    input.onDidHide(() => done(undefined))
    input.show()
  })
}
