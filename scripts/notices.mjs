// The licences of what a bundle holds: most of them ask that their text goes wherever the code goes.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const HEAD = `This product holds the packages named below, in whole or in part. Each is used under the licence that follows its name.
本产品包含以下软件包的全部或部分代码，各软件包依其名称之后所附的许可证使用。
`

/**
 * Writes the licences of the packages whose code went into bundles. `metafiles`: what esbuild says of them. Packages with the same text
 * share it. Throws where a package states no licence at all.
 */
export function writeNotices(path, metafiles) {
  const byText = new Map()
  for (const folder of packagesOf(metafiles)) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const text = licenceText(folder) ?? (typeof license === 'string' ? `Licence: ${license}` : undefined)
    if (text === undefined) throw new Error(`${folder} states no licence`)
    byText.set(text, [...byText.get(text) ?? [], `${name} ${version}${typeof license === 'string' ? ` (${license})` : ''}`])
  }
  const rule = '-'.repeat(80)
  writeFileSync(path, [HEAD, ...[...byText].map(([text, names]) => `${rule}\n${names.join('\n')}\n\n${text}\n`)].join('\n'))
}

/** Folders of packages of which a byte is in the output. */
function packagesOf(metafiles) {
  const used = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file)))
  const folders = used.flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [])
  return [...new Set(folders)].sort()
}

function licenceText(folder) {
  const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(each) && !/\.(?:js|ts|json)$/.test(each))
  const notice = ['NOTICE', 'NOTICE.txt', 'NOTICE.md'].find((each) => existsSync(join(folder, each)))
  const texts = [file, notice].flatMap((each) => (each === undefined ? [] : [readFileSync(join(folder, each), 'utf8').replace(/\r\n?/g, '\n').trim()]))
  return texts.length === 0 ? undefined : texts.join('\n\n')
}
