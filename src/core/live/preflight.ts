import type { Message } from '../messages/message.ts'

/** One thing to be tested before an online meeting. */
export interface Check {
  readonly id: 'software' | 'audio' | 'video' | 'sharing' | 'rights' | 'network'
  readonly name: Message
  readonly how: Message
}

/** What is tested just before an online meeting (A16, C1), in the order of testing. */
export const CHECKS: readonly Check[] = [
  { id: 'software', name: { en: 'Conferencing software', zh: '会议软件' }, how: { en: 'It is up to date, and the link opens in it', zh: '已更新到最新版本，会议链接能打开' } },
  { id: 'audio', name: { en: 'Audio', zh: '声音' }, how: { en: 'Others hear you, and you hear them', zh: '双方都能听清' } },
  { id: 'video', name: { en: 'Video', zh: '视频' }, how: { en: 'The camera shows a clear picture', zh: '摄像头画面清楚' } },
  { id: 'sharing', name: { en: 'Screen sharing', zh: '屏幕共享' }, how: { en: 'A shared slide is seen on another device', zh: '在另一台设备上能看到共享的幻灯片' } },
  { id: 'rights', name: { en: 'Sharing rights', zh: '共享权限' }, how: { en: 'Whoever presents may share', zh: '需要演示的人有共享权限' } },
  { id: 'network', name: { en: 'Backup network', zh: '备用网络' }, how: { en: 'A mobile hotspot is at hand', zh: '手机热点随时可用' } },
]
