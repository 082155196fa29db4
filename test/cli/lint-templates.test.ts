import assert from 'node:assert/strict'
import { convoke, lintJson } from '../support/cli.ts'
import { inFolder } from '../support/folder.ts'
import { CONFIG, good } from '../support/rule.ts'

const FILES = { '.convoke.yml': CONFIG, 'meetings/good.md': good({}) }
const FAULTY = { 'templates/mail/notice.hbs': '<h1>{{title}}</h1>\n  {{titel}}{{> body}}\n', 'templates/mail/invitation.zh.hbs': '<p>\n{{#with blocks}}{{lookup this "x"}}\n', 'templates/mail/reminder.txt.hbs': 'x\n{{uppercase title}}\n', 'templates/mail/_sign.hbs': 'Office' }
const NOW = ['--now', '2026-11-24T09:00:00Z']

describe('lint on a team’s mail templates', function () {
  this.timeout(30_000)

  it('names each fault with its line and column, and fails', () => inFolder({ ...FILES, ...FAULTY }, (root) => {
    const { status, files } = lintJson(root)
    assert.equal(status, 1)
    const found = files.map(({ file, problems }) => [file, problems.map(({ rule, severity, message, range: { start } }) => `${start.line + 1}:${start.character + 1} ${severity} ${rule} ${message}`)])
    assert.deepEqual(found, [
      ['templates/mail/invitation.zh.hbs', ['3:1 error mail-template Handlebars cannot read this template here.']],
      ['templates/mail/notice.hbs', ['2:5 error mail-template There is no titel to fill in.']],
      ['templates/mail/reminder.txt.hbs', ['2:1 error mail-template uppercase is not allowed in a template; there are if, unless, each and with.']],
    ])
  }))
  it('prints them in every form, in both languages', () => inFolder({ ...FILES, ...FAULTY }, (root) => {
    const english = convoke(root, ['lint', ...NOW])
    assert.match(english.out, /templates\/mail\/notice\.hbs\n +2:5 +error +There is no titel to fill in\. +mail-template\n/)
    assert.match(english.out, /1 meeting file: 3 errors/)
    const chinese = convoke(root, ['lint', ...NOW], { LANG: 'zh_CN.UTF-8' })
    assert.match(chinese.out, /templates\/mail\/notice\.hbs\n +2:5 +错误 +没有可填入的 titel。 +mail-template\n/)
    assert.match(chinese.out, /2:1 +错误 +模板中不能使用 uppercase；可用的有 if、unless、each ?和 ?with。/)
    assert.match(chinese.out, /3:1 +错误 +Handlebars 无法解析此处的模板。/)
    assert.match(convoke(root, ['lint', '--format', 'github', ...NOW]).out, /^::error file=templates\/mail\/notice\.hbs,line=2,endLine=2,col=5,endColumn=5,title=mail-template::There is no titel to fill in\.$/m)
    const sarif = JSON.parse(convoke(root, ['lint', '--format', 'sarif', ...NOW]).out) as { runs: { results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number; startColumn: number } } }[] }[] }[] }
    assert.deepEqual(sarif.runs[0]?.results.map(({ ruleId, locations: [place] }) => `${ruleId} ${place?.physicalLocation.artifactLocation.uri}:${place?.physicalLocation.region.startLine}:${place?.physicalLocation.region.startColumn}`)[1], 'mail-template templates/mail/notice.hbs:2:5')
  }))
  it('judges those that were named, or lie in a folder that was, and no other', () => inFolder({ ...FILES, ...FAULTY }, (root) => {
    assert.deepEqual(lintJson(root, ['templates/mail/notice.hbs']).files.map((each) => each.file), ['templates/mail/notice.hbs'])
    assert.equal(lintJson(root, ['templates']).files.length, 3)
    assert.deepEqual([lintJson(root, ['meetings']).files, lintJson(root, ['meetings']).status], [[], 0])
  }))
  it('is content with good ones, and sees a fault that came since the last run', () => inFolder({ ...FILES, 'templates/mail/notice.hbs': '{{title}}{{> body}}{{> sign}}', 'templates/mail/_sign.hbs': 'Office' }, async (root) => {
    assert.deepEqual([lintJson(root).status, lintJson(root).files], [0, []])
    const { writeFileSync } = await import('node:fs')
    writeFileSync(`${root}/templates/mail/notice.hbs`, '{{title}}{{> signature}}')
    assert.deepEqual(lintJson(root).files.flatMap(({ problems }) => problems.map((each) => each.message)), ['There is no part signature; there are body, nodes, spans and sign.'])
  }))
  it('explains what a template may hold', () => inFolder(FILES, (root) => {
    assert.match(convoke(root, ['explain', 'mail-template']).out, /What can be filled in/)
    assert.match(convoke(root, ['explain', 'mail-template'], { LANG: 'zh_CN.UTF-8' }).out, /可/)
  }))
})
