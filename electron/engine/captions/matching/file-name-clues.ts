import { foldText } from '../credits/folded-text.js'

const camera = /^(?:img|dsc|dscf|dscn|dji|mvi|pxl|p|微信图片|微信截图|mmexport|image|photo|图片|照片|图)?[\s_-]*/iu

/** The number at the end of a file's name, where its name is a number and nothing that describes: `图3.jpg`, `photo-4.jpg`. */
export function numberInName(file: string): number | null {
  const stem = foldText(stemOf(file)).folded
  const found = /^(?:\D{0,12}?[\s_(-]*)(\d{1,3})\)?$/u.exec(stem)
  return found === null ? null : Number(found[1])
}

/** Words of two Han characters or more that a file's name holds, folded; what a camera or a messenger calls it is left out. */
export function wordsInName(file: string): string[] {
  const stem = foldText(stemOf(file)).folded.replace(camera, '')
  return [...stem.matchAll(/\p{Script=Han}{2,}/gu)].map(([word]) => word)
}

function stemOf(file: string): string {
  return file.replace(/\.[^.]{1,5}$/u, '')
}
