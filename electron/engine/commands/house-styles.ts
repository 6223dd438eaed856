import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type DeskRecord, HouseStyle } from '#contract'

/** The styles that come with Cutline, by name of file. */
export async function shippedStyles(resources: string): Promise<HouseStyle[]> {
  const folder = path.join(resources, 'house-styles')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(
    names.map(async (name) => HouseStyle.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')))),
  )
}

/** The style that this desk has chosen; null where it prints credits as they are typed. */
export function houseStyleOf(desk: readonly DeskRecord[]): HouseStyle | null {
  return desk.find((record) => record.kind === 'house-style')?.style ?? null
}
