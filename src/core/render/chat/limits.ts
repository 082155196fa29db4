import { utf8Length } from '../clean.ts'

/*
 * Limits of the services, each below what its vendor states (FACTS 4). They change without notice; they stand nowhere else.
 */

/** https://api.slack.com/reference/block-kit/blocks: 3,000 characters a section, 150 a header, about 13,000 in all. */
export const SLACK = { section: 2800, header: 150, sections: 4 }
/** https://learn.microsoft.com/microsoftteams/limits-specifications-teams: about 28 KB a message; each line is a block of its own. */
export const TEAMS = { bytes: 16_000, block: 60 }
/** https://discord.com/developers/docs/resources/webhook: title 256, description 4,096, embeds 6,000 in all. */
export const DISCORD = { title: 250, description: 4000 }
/** https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot: 20 KB a body. */
export const FEISHU = { bytes: 14_000 }
/** https://open.dingtalk.com/document/robots/custom-robot-access: about 20 KB a body. */
export const DINGTALK = { bytes: 14_000, title: 60 }
/** https://developer.work.weixin.qq.com/document/path/91770: 4,096 bytes of Markdown. */
export const WECOM = { bytes: 4000 }
/** Our own: a receiver should not have to expect more. */
export const WEBHOOK = { bytes: 64_000 }

/** How long a text is to a service. */
export type Measure = (text: string) => number

/** Bytes that a text takes within JSON: a quote, a backslash and a line end take two. */
export const jsonBytes: Measure = (text) => utf8Length(JSON.stringify(text)) - 2

/** UTF-16 units, for the services that count characters. */
export const units: Measure = (text) => text.length

/**
 * As many whole lines as fit into the limit; the first that does not fit is cut, the rest is left out, and an ellipsis says so.
 * `kept`: lines that come after them in any case, such as the link to the whole text.
 */
export function fitLines(lines: readonly string[], limit: number, gap: number, measure: Measure, kept: readonly string[] = []): readonly string[] {
  const fitting: string[] = []
  const size = (line: string): number => measure(line) + gap
  let left = limit - kept.reduce((sum, line) => sum + size(line), 0)
  for (const [at, line] of lines.entries()) {
    // Room for the ellipsis stays until the last line is in.
    if (size(line) <= left - (at === lines.length - 1 ? 0 : size('…'))) {
      fitting.push(line)
      left -= size(line)
      continue
    }
    // A mark cut in two would show or do something else, so a line with marks goes whole.
    fitting.push(left > 60 && !/[<[&\\*]/.test(line) ? cut(line, left - gap, measure) : '…')
    break
  }
  return [...fitting, ...kept]
}

function cut(text: string, limit: number, measure: Measure): string {
  let left = limit - measure('…')
  let end = 0
  for (const sign of text) {
    left -= measure(sign)
    if (left < 0) break
    end += sign.length
  }
  return `${text.slice(0, end)}…`
}
