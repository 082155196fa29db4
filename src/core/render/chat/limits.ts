import { shortenBytes, utf8Length } from '../clean.ts'

/*
 * Limits of the services, each below what its vendor states (FACTS 4). They change without notice; they stand nowhere else.
 */

/** https://api.slack.com/reference/block-kit/blocks: 3,000 a section, 150 a header, about 13,000 in all. */
export const SLACK = { section: 2800, header: 150, sections: 4 }
/** https://learn.microsoft.com/microsoftteams/limits-specifications-teams: about 28 KB a message. */
export const TEAMS = { bytes: 16_000 }
/** https://discord.com/developers/docs/resources/webhook: title 256, description 4,096, embeds 6,000 in all. */
export const DISCORD = { title: 250, description: 4000 }
/** https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot: 20 KB a body. */
export const FEISHU = { bytes: 12_000 }
/** https://open.dingtalk.com/document/robots/custom-robot-access: about 20 KB a body. */
export const DINGTALK = { bytes: 12_000, title: 60 }
/** https://developer.work.weixin.qq.com/document/path/91770: 4,096 bytes of Markdown. */
export const WECOM = { bytes: 4000 }

/** As many whole lines as fit; the first that does not fit is cut, and the rest is left out. Sizes in bytes of UTF-8. */
export function fitLines(lines: readonly string[], bytes: number, separator: string): readonly string[] {
  const kept: string[] = []
  const gap = utf8Length(separator)
  let left = bytes
  for (const line of lines) {
    const size = utf8Length(line) + gap
    if (size > left) {
      // A mark cut in two would show or do something else, so a line with marks goes whole.
      kept.push(left > 60 && !/[<[&\\*]/.test(line) ? shortenBytes(line, left - gap) : '…')
      break
    }
    kept.push(line)
    left -= size
  }
  return kept
}
