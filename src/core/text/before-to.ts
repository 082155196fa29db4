/** Words that begin an act or a remark and go on with “to”, in lower case: “switch to …”, “happy to …”. Who is told to do something is none of them. */
export const BEFORE_TO: ReadonlySet<string> = new Set([
  'ability', 'able', 'access', 'according', 'add', 'agree', 'agreement', 'aim', 'also', 'and', 'announce', 'answer', 'answers', 'anyone', 'api', 'appeal', 'apply', 'approach', 'ask', 'asks',
  'assign', 'at', 'attach', 'attempt', 'attend', 'back', 'begin', 'best', 'better', 'blog', 'bring', 'but', 'capacity', 'chance', 'change', 'changes', 'check', 'close', 'come', 'commit',
  'compare', 'connect', 'consensus', 'continue', 'convert', 'copy', 'decide', 'decision', 'defer', 'defers', 'deliver', 'demo', 'desire', 'discuss', 'doc', 'docs', 'donate', 'downgrade', 'due',
  'easy', 'effort', 'email', 'escalate', 'evaluate', 'everyone', 'expand', 'explain', 'extend', 'file', 'follow-up', 'followup', 'forward', 'free', 'get', 'give', 'glad', 'go', 'goal', 'going', 'good',
  'group', 'hand', 'happy', 'hard', 'he', 'help', 'hope', 'how', 'idea', 'important', 'in', 'inability', 'increase', 'intent', 'introduce', 'invite', 'is', 'issue', 'issues', 'it', 'item',
  'items', 'keep', 'lead', 'learn', 'letter', 'like', 'likely', 'line', 'link', 'links', 'listen', 'look', 'mail', 'map', 'mechanism', 'meet', 'meeting', 'merge', 'migrate', 'motion', 'move',
  'need', 'needs', 'next', 'nice', 'node', 'not', 'nothing', 'offer', 'ok', 'on', 'open', 'opportunity', 'option', 'options', 'or', 'outreach', 'pass', 'people', 'permission', 'plan', 'plans',
  'point', 'port', 'post', 'pr', 'prepare', 'present', 'prior', 'promise', 'promote', 'proposal', 'proposals', 'propose', 'prs', 'push', 'question', 'reach', 'react', 'read', 'ready', 'reason',
  'reasons', 'reduce', 'refer', 'remember', 'remind', 'rename', 'reply', 'report', 'request', 'respond', 'response', 'return', 'revert', 'review', 'rfc', 'rfcs', 'rust', 'say', 'sell', 'send',
  'share', 'she', 'shift', 'should', 'show', 'similar', 'someone', 'speak', 'start', 'step', 'steps', 'stick', 'still', 'submit', 'subscribe', 'suggest', 'support', 'switch', 'talk', 'task',
  'team', 'tell', 'thanks', 'then', 'thing', 'things', 'they', 'time', 'to', 'transfer', 'translate', 'try', 'turn', 'unable', 'up', 'update', 'updates', 'upgrade', 'upload', 'use', 'used', 'volunteer',
  'volunteers', 'wait', 'want', 'wants', 'was', 'way', 'ways', 'we', 'welcome', 'what', 'when', 'where', 'whether', 'who', 'why', 'willing', 'with', 'work', 'write', 'you',
])
