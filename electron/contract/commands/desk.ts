import { z } from 'zod'
import { DeskRecordId } from '../desk-record-id.js'
import { DeskRecord } from '../desk.js'
import { HouseStyle } from '../house-style.js'
import { command, changed, nothing } from './command.js'

export const deskCommandTable = {
  /** What belongs to the desk: house style, templates, codes, people, house rules. */
  'desk.get': command(nothing, z.object({ records: z.array(DeskRecord) })),
  /** Records by id: those that are there are replaced. */
  'desk.put': command(z.object({ records: z.array(DeskRecord).min(1).max(5_000) }), changed),
  'desk.remove': command(z.object({ ids: z.array(DeskRecordId).min(1) }), changed),
  /** The house styles that come with Cutline. */
  'desk.houseStyles': command(nothing, z.object({ styles: z.array(HouseStyle) })),
  /** How a style prints one credit of each kind, before it is chosen. */
  'desk.previewStyle': command(z.object({ style: HouseStyle }), z.object({ lines: z.array(z.string()) })),
} as const
