import type { Person } from '#contract'
import { knownNames, placesOfNames } from '../checks/known-names.js'
import { foldText } from '../credits/folded-text.js'
import { isPerson } from '../credits/names.js'

const sign = /[\s、,，。;；:：!?！？()「」『』“”"《》]+/u
/** Ends a title, behind which a name stands. Folded. */
const title =
  /.*(?:书记|主任|主席|[局处科厅部院校会社市县区镇乡村州省组班队所站行事署书]长|总统|总理|总裁|经理|教授|博士|医生|老师|律师|记者|委员|议员|警官|队员|队长|同学|同志|社工|理事|馆长|导演|演员|歌手|选手|教练|志愿者|义工|学生|教师|村民|居民|干部|民警|负责人|发言人|主持人)/u
/** What is said of somebody from here on. Folded. */
const saying = /[在说向对从为是将把被到于给率获出并等正前的]|先生|女士|小姐|太太/u

/**
 * Names that a caption holds, in its order: those of the roster, and runs that by surname and bounds look like one, between signs or
 * behind a title. A help for typing, not a reading: not every run is somebody.
 */
export function namesInCaption(caption: string, roster: readonly Person[]): string[] {
  const text = foldText(caption).folded
  const places = placesOfNames(text, knownNames(roster)).map(({ at, end }) => ({ at, name: caption.slice(at, end) }))
  const found = [...places]
  let at = 0
  for (const piece of text.split(/([\s、,，。;；:：!?！？()「」『』“”"《》]+|[与和及])/u)) {
    const from = at
    at += piece.length
    if (piece === '' || sign.test(piece)) continue
    const skipped = title.exec(piece)?.[0].length ?? 0
    const rest = piece.slice(skipped)
    const run = rest.slice(0, saying.exec(rest)?.index ?? rest.length)
    if (isPerson(run))
      found.push({ at: from + skipped, name: caption.slice(from + skipped, from + skipped + run.length) })
  }
  found.sort((a, b) => a.at - b.at || b.name.length - a.name.length)
  return [...new Set(found.map(({ name }) => name))].filter(
    (name, place, all) =>
      !all.some((other, index) => index !== place && other.length > name.length && other.includes(name)),
  )
}
