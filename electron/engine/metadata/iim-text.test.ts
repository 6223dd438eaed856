import { describe, expect, it } from 'vitest'
import { decodeUndeclared } from './iim-text.js'

/** As ExifTool hands it over: the bytes as if they were Windows-1252. */
const as1252 = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes)

describe('decodeUndeclared', () => {
  it.each([
    ['UTF-8', Buffer.from('通訊員 供圖 é'), '通訊員 供圖 é'],
    // 通讯员 供图 in GBK
    ['GB18030', Buffer.from('cda8d1b6d4b120b9a9cdbc', 'hex'), '通讯员 供图'],
    // （新华社记者 摄） in GBK, with full-width brackets
    ['GB18030 with punctuation', Buffer.from('a3a8d0c2bbaac9e7bcc7d5df20c9e3a3a9', 'hex'), '（新华社记者 摄）'],
    ['Latin-1', Buffer.from('Café Müller, Ångström', 'latin1'), 'Café Müller, Ångström'],
    ['Latin-1, in a row', Buffer.from('Ääkkösiä', 'latin1'), 'Ääkkösiä'],
    ['plain ASCII', Buffer.from('plain'), 'plain'],
  ])('reads %s', (_name, bytes, expected) => {
    expect(decodeUndeclared(as1252(bytes))).toBe(expected)
  })
})
