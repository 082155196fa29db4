import assert from 'node:assert/strict'
import fc from 'fast-check'
import { DEFAULT_CONFIG, parseConfig } from '../../../src/core/config/parse.ts'
import { writeEntries } from '../../../src/core/config/write.ts'
import { configWith, importMeetings } from '../../../src/core/import/collect.ts'
import { applyEdits } from '../../../src/core/text/edit.ts'
import { agrees, bodyOf } from '../../support/import.ts'
import { judge } from '../../support/rule.ts'

/** Imports one text and gives the file that is written. */
function written(text: string, path = 'meetings/file.md', yaml = ''): string {
  const { files } = importMeetings([{ path, text }], parseConfig(yaml).config)
  return files[0]?.written.text ?? ''
}

describe('what importing writes', () => {
  it('front matter above the text, in the text’s language', () => {
    const body = '# Release Team Meeting - March 5, 2026\n\n* Time: 14:00-15:30 UTC\n* Call: https://meet.jit.si/x\n* Chair: Ann Lee\n\n## Present\n\n- Ann Lee (@annlee)\n- Bob Ray\n'
    assert.equal(written(body), `---\nid: '2026-03-05-release-team-meeting'\ntitle: Release Team Meeting\nstart: 2026-03-05 14:00\ntimezone: UTC\nduration: 1h30m\norganizer: Ann Lee\nlink: https://meet.jit.si/x\nattendees: [Ann Lee, Bob Ray]\n---\n${body}`)
    const chinese = '# 平台组例会 2026年3月5日 9:30-12:00（北京时间）\n\n参会人：李雷、韩梅梅\n'
    assert.equal(written(chinese), `---\n编号: '2026-03-05-平台组例会'\n主题: 平台组例会\n开始时间: 2026-03-05 09:30\n时区: Asia/Shanghai\n时长: 2小时30分钟\n参会人员: [李雷, 韩梅梅]\n---\n${chinese}`)
  })
  it('an offset as the zone that has it, and no time at all where none has', () => {
    assert.match(written('# Sync 2026-03-05 15:00 GMT+8\n'), /start: 2026-03-05 15:00\ntimezone: Etc\/GMT-8\n/)
    assert.match(written('# Sync 2026-03-05 15:00 GMT+5:30\n'), /\ndate: 2026-03-05\n---/)
  })
  it('CRLF and a byte order mark stay', () => {
    const body = '# Sync 2026-03-05\r\n\r\n- one\r\n'
    assert.equal(written(`\uFEFF${body}`), `\uFEFF---\r\nid: '2026-03-05-sync'\r\ntitle: Sync\r\ndate: 2026-03-05\r\n---\r\n${body}`)
  })
  it('keys that are there stay, what is missing is added, other tools’ keys are kept and lint passes over them', () => {
    const text = '---\nlayout: minutes\ntitle: "2026-03-05"\nx-room: A\n---\n# Sync 2026-03-05\n'
    const result = written(text)
    assert.equal(result, '---\n# convoke-disable-next-line front-matter -- another tool’s key\nlayout: minutes\ntitle: "2026-03-05"\nx-room: A\nid: \'2026-03-05-sync\'\ndate: 2026-03-05\n---\n# Sync 2026-03-05\n')
    const about = (each: string): boolean => judge(each).some(({ data }) => data['key'] === 'layout')
    assert.equal(about(result), false)
    assert.equal(about(result.replace(/# convoke.*\n/, '')), true, 'lint would pass over it anyway')
  })
  it('a day in a “date” of its own gets its time beside it', () => assert.match(written('---\ndate: 2026-03-05\n---\n# Sync 2026-03-05 14:00 UTC\n'), /date: 2026-03-05\nid: .*\ntitle: Sync\ntime: "14:00"\ntimezone: UTC\n---/))
  it('front matter that cannot be read is left alone', () => {
    for (const text of ['---\ntitle: "open\n---\n# Sync 2026-03-05\n', '---\ntitle: Sync\n# Sync 2026-03-05\n\nText.\n']) assert.equal(written(text), text)
  })
  it('ids: one each, from day and title, with the file’s name where another has it', () => {
    const text = '# Sync 2026-03-05\n'
    const { files } = importMeetings(['a.md', 'b.md', 'c/b.md'].map((path) => ({ path, text })), DEFAULT_CONFIG, ['2026-03-05-b'])
    assert.deepEqual(files.map((each) => each.written.id), ['2026-03-05-sync', '2026-03-05-sync-2', '2026-03-05-sync-3'])
  })
  it('people by name; somebody of the directory is not proposed again', () => {
    const yaml = 'people:\n  ann: { name: Ann Lee, github: annlee }\n'
    const made = importMeetings([{ path: 'a.md', text: '# Sync 2026-03-05\n\n## Present\n- A. Lee (@annlee)\n- Bob Ray (@bobray)\n- Bob Ray <bob@example.org>\n- “Dee, OPEN” Fox\n' }], parseConfig(yaml).config)
    assert.deepEqual(made.people, [{ name: 'Bob Ray', login: 'bobray', mail: true, key: 'bob-ray' }])
    assert.match(made.files[0]?.written.text ?? '', /attendees: \[Ann Lee, Bob Ray\]/)
    assert.equal(configWith(yaml, made.people, []), 'people:\n  bob-ray: { name: Bob Ray, github: bobray, email: secret }\n  ann: { name: Ann Lee, github: annlee }\n')
  })

  it('every byte of any body is kept, what is written is read back as proposed, and a second run changes nothing', () => {
    const line = fc.oneof(
      fc.constantFrom('# Sync 2026-03-05', '## Agenda', '## Present', '- [x] Ann Lee (@annlee)', '1. Vote (5m)', '---', '```', '***', 'Chair: Bob: "x"', '时间：2026-03-05 14:00', '参会人：李雷、[韩]、{梅}', '| a | b |', '|---|---|', '| Ann | x |',
        'title: x', '  - a: b', '# convoke-disable-next-line x -- y', 'Link: https://zoom.us/j/1#a', '<!-- x -->', '- TODO: a', '\t- b', '﻿', '<div class="callout">', '</div>'),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    const front = fc.option(fc.array(fc.constantFrom('title: "a"', 'tags: [x]', 'date: 2026-03-05', 'layout: page', 'x-own: 1', 'url: https://example.org', '日期: 2026-03-05', 'attendees: [a]', '# comment', 'time: 14:00', '"quoted key": 1'), { maxLength: 5 }), { nil: undefined })
    fc.assert(fc.property(fc.array(line, { maxLength: 25 }), front, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), fc.constantFrom('meetings/2026-03-05-x.md', '会议/周会.md', 'a b/[x] #1: y.md'), (lines, keys, end, mark, path) => {
      const text = `${mark ? '\uFEFF' : ''}${keys === undefined ? '' : ['---', ...keys, '---', ''].join(end)}${lines.join(end)}`
      const [file] = importMeetings([{ path, text }], DEFAULT_CONFIG).files
      assert.ok(file)
      assert.equal(bodyOf(file.written.text), bodyOf(text))
      assert.equal(file.written.text.startsWith('\uFEFF'), text.startsWith('\uFEFF'))
      agrees(file, text)
      const [again] = importMeetings([{ path, text: file.written.text }], DEFAULT_CONFIG).files
      assert.equal(again?.written.text, file.written.text)
    }), { numRuns: 500 })
  })
})

describe('people added to a configuration', () => {
  const add = (text: string): string | undefined => {
    const edits = writeEntries(text, 'people', [['ann-lee', '{ name: Ann Lee }'], ['yes', '{ name: "Y, Es" }']])
    return edits && applyEdits(text, edits)
  }
  it('to a block, a mapping in brackets, an empty key, none at all; comments stay', () => {
    assert.equal(add('people:\n  # us\n  bob: { name: Bob }\nremind: [1d]\n'), 'people:\n  # us\n  ann-lee: { name: Ann Lee }\n  \'yes\': { name: "Y, Es" }\n  bob: { name: Bob }\nremind: [1d]\n')
    assert.equal(add('people: {}\n'), 'people: { ann-lee: { name: Ann Lee }, \'yes\': { name: "Y, Es" } }\n')
    assert.equal(add('people:\nremind: [1d]\n'), 'people:\n  ann-lee: { name: Ann Lee }\n  \'yes\': { name: "Y, Es" }\nremind: [1d]\n')
    assert.equal(add('remind: [1d]'), 'remind: [1d]\n\npeople:\n  ann-lee: { name: Ann Lee }\n  \'yes\': { name: "Y, Es" }\n')
    assert.equal(add('people: [a]\n'), undefined)
  })
  it('who is there already stays', () => assert.equal(add('people:\n  ann-lee: { name: Ann }\n  yes: { name: Y }\n'), 'people:\n  ann-lee: { name: Ann }\n  yes: { name: Y }\n'))
  it('is read back as it was meant', () => {
    for (const text of ['people:\n  bob: { name: Bob }\n', 'people: { bob: { name: Bob } }\n', '', 'remind: [1d]\r\n']) {
      const { config, problems } = parseConfig(add(text) ?? '?')
      assert.deepEqual(problems, [])
      assert.equal(config.people.get('yes')?.name, 'Y, Es')
      assert.equal(config.people.get('ann-lee')?.name, 'Ann Lee')
    }
  })
})

describe('folders added to a configuration', () => {
  const add = (text: string | undefined): string | undefined => configWith(text, [], ['notes/**/*.md'])
  it('to lines, brackets, a single one, an empty key, none at all; comments stay, and what held without saying is said', () => {
    assert.equal(add('meetings:\n  - a/*.md # ours\n  - b/*.md\nlanguage: en\n'), 'meetings:\n  - "notes/**/*.md"\n  - a/*.md # ours\n  - b/*.md\nlanguage: en\n')
    assert.equal(add('meetings: [ "a/*.md", ] # ours\r\n'), 'meetings: [ "a/*.md", "notes/**/*.md", ] # ours\r\n')
    assert.equal(add('meetings: a/*.md\n'), 'meetings: [a/*.md, "notes/**/*.md"]\n')
    assert.equal(add('meetings:\nlanguage: en\n'), 'meetings: ["meetings/**/*.md", "notes/**/*.md"]\nlanguage: en\n')
    assert.equal(add('# ours\nlanguage: en\n'), '# ours\nmeetings: ["meetings/**/*.md", "notes/**/*.md"]\nlanguage: en\n')
    assert.equal(add('# ours\n'), '# ours\nmeetings: ["meetings/**/*.md", "notes/**/*.md"]\n')
    assert.equal(add(undefined), 'meetings: ["notes/**/*.md"]\n')
    assert.equal(add('meetings: { a: b }\n'), undefined)
  })
  it('is read back as it was meant', () => {
    for (const text of ['meetings:\r\n- a/*.md\r\n', '{ meetings: [a/*.md], language: en }\n', '{ language: en }\n', 'meetings: []\n', 'meetings: ["a/*.md"]', '\ufefflanguage: en\n']) {
      const { config, problems } = parseConfig(add(text) ?? '')
      assert.deepEqual([config.meetings.includes('notes/**/*.md'), problems], [true, []], text)
    }
  })
})
