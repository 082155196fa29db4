import type { ChannelName, Channel } from '../../core/config/model.ts'
import { render } from '../../core/messages/render.ts'
import type { ChatChannel } from '../../core/render/chat/payload.ts'
import { DeliveryError } from '../../ports/delivery.ts'
import type { Chat } from '../../ports/messages.ts'
import { isUnconfigured, type Mask, type Secrets, type Unconfigured } from '../../ports/secrets.ts'
import { post, type Answer, type Network } from './https.ts'
import { paced, systemClock, type Clock } from './pace.ts'
import { SERVICES, type Letter, type Service } from './services.ts'
import { CHAT_CHANNELS, readChatSettings, type ChatSettings } from './settings.ts'
import { judgeAnswer } from './verdict.ts'

export interface ChatOptions {
  /** Told of every form of each secret, before anything is sent. */
  readonly mask: Mask
  readonly network?: Network
  readonly clock?: Clock
}

export interface JoinedChat {
  readonly chat: Chat
  /** Configured channels that cannot be used; a post to one fails with this, so that its fall-back is used. */
  readonly problems: ReadonlyMap<ChatChannel, Unconfigured>
}

/** A service that asks to wait is waited for once, for so many seconds at most. */
const LONGEST_WAIT = 10

/** Joins the chat channels of the configuration to their services. Nothing is sent or looked up yet. */
export function joinChat(channels: ReadonlyMap<ChannelName, Channel>, secrets: Secrets, options: ChatOptions): JoinedChat {
  const problems = new Map<ChatChannel, Unconfigured>()
  const senders = new Map<string, (key: string, payload: unknown) => Promise<void>>()
  for (const name of CHAT_CHANNELS) {
    const channel = channels.get(name)
    const settings = channel === undefined ? undefined : readChatSettings(name, channel, secrets, options.mask)
    if (settings === undefined) continue
    if (isUnconfigured(settings)) problems.set(name, settings)
    else senders.set(name, sender(SERVICES[name], settings, name === 'webhook', options))
  }
  return {
    problems,
    chat: {
      async post(channel, key, payload) {
        const send = senders.get(channel)
        const problem = problems.get(channel as ChatChannel)
        if (problem !== undefined) throw new DeliveryError(render(problem.problem, problem.data, 'en'), false)
        if (send === undefined) throw new DeliveryError(`the channel ${channel} is not configured`, false)
        await send(key, payload)
      },
    },
  }
}

function sender(service: Service, { url, sign }: ChatSettings, foreign: boolean, { mask, network = {}, clock = systemClock }: ChatOptions): (key: string, payload: unknown) => Promise<void> {
  const turn = paced(service.pace, clock)
  const once = async (key: string, payload: Letter['payload']): Promise<Answer> => {
    await turn()
    const written = service.write({ url, sign, key, payload, now: clock.now() })
    if (Buffer.byteLength(written.body, 'utf8') > service.bytes) throw new DeliveryError('the post is longer than the service takes', false)
    if (written.url.href !== url.href) mask(written.url.href)
    return post({ ...written, foreign }, network)
  }
  return async (key, payload) => {
    if (typeof payload !== 'object' || payload === null) throw new DeliveryError('the post has no content', false)
    const content = payload as Letter['payload']
    let answer = await once(key, content)
    // Refused for its haste alone, the post has surely not arrived, so this is no second one.
    const wait = answer.status === 429 ? answer.retryAfter ?? retryAfterOf(answer.body) : undefined
    if (wait !== undefined && wait <= LONGEST_WAIT) {
      await clock.sleep(wait * 1000)
      answer = await once(key, content)
    }
    judgeAnswer(answer, service.judge)
  }
}

/** Discord says the seconds in its answer too, to the millisecond. */
function retryAfterOf(body: string | undefined): number | undefined {
  const found = /"retry_after"\s*:\s*(\d{1,5}(?:\.\d{1,6})?)/.exec(body ?? '')?.[1]
  return found === undefined ? undefined : Number(found)
}
