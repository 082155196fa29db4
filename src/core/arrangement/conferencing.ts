/** Hosts of conferencing software; what is below them counts as well. */
const HOSTS = [
  'zoom.us', 'zoom.com', 'zoom.com.cn', 'zoomgov.com', 'teams.microsoft.com', 'teams.live.com', 'teams.microsoft.us', 'teams.cloud.microsoft', 'meet.lync.com', 'skype.com',
  'meet.google.com', 'webex.com', 'webex.com.cn', 'meeting.tencent.com', 'voovmeeting.com', 'wemeet.qq.com', 'meeting.qq.com', 'feishu.cn', 'larksuite.com', 'larkoffice.com',
  'dingtalk.com', 'dingtalk.io', 'meeting.huaweicloud.com', 'welink.huaweicloud.com', 'umeet.com.cn', 'xylink.com', 'meet.jit.si', '8x8.vc', 'whereby.com', 'bluejeans.com',
  'gotomeeting.com', 'goto.com', 'chime.aws', 'app.slack.com', 'discord.gg', 'discord.com', 'gather.town', 'daily.co', 'meet.zoho.com', 'meeting.zoho.com', 'meetings.dialpad.com',
  'ringcentral.com', 'bigbluebutton.org', 'kmeet.infomaniak.com', 'facetime.apple.com', 'meet.element.io', 'livestorm.co', 'talky.io',
]

/** The host of an address, in small letters, without user and port. */
export function hostOf(url: string): string {
  const host = /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1] ?? url
  return host.toLowerCase().replace(/\.$/, '')
}

/** True for a host of conferencing software, a known one or one of `more` (`conference_hosts`). */
export function isConferencing(host: string, more: readonly string[]): boolean {
  const below = (known: string): boolean => host === known || host.endsWith(`.${known}`)
  return HOSTS.some(below) || more.some((each) => below(each.toLowerCase().replace(/^\*\./, '')))
}

const PROVIDERS: readonly (readonly [string, RegExp])[] = [
  ['Zoom', /(?:^|[.-])zoom(?:gov)?(?:\.|-|$)/], ['Microsoft Teams', /(?:^|\.)teams\.|(?:^|\.)meet\.lync\./], ['Google Meet', /^meet\.google\./], ['Webex', /(?:^|\.)webex\./],
  ['腾讯会议', /^meeting\.tencent\.|^wemeet\.qq\.|^meeting\.qq\.|voovmeeting/], ['飞书', /(?:^|\.)feishu\.cn$/], ['Lark', /(?:^|\.)lark(?:suite|office)\./], ['钉钉', /(?:^|\.)dingtalk\./],
  ['WeLink', /welink/], ['Jitsi Meet', /^meet\.jit\.si$|(?:^|\.)8x8\.vc$/], ['Whereby', /(?:^|\.)whereby\./], ['BlueJeans', /(?:^|\.)bluejeans\./], ['GoTo Meeting', /(?:^|\.)goto(?:meeting)?\./],
]

/** The name of the software that a host belongs to, where it is known. */
export function providerOf(host: string): string | undefined {
  return PROVIDERS.find(([, pattern]) => pattern.test(host))?.[0]
}
