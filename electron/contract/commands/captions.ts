import { z } from 'zod'
import { Credit, KnownCredit } from '../credit.js'
import { DeskRecordId } from '../desk-record-id.js'
import { CodeList, DeskRecord, Fact, FactKind, Person } from '../desk.js'
import { Corrections, WordingChange } from '../fact.js'
import { PhotoId } from '../photo.js'
import { StoryId } from '../story.js'
import { command, changed, ids } from './command.js'

export const captionsCommandTable = {
  /**
   * Names for somebody in a photo's picture: the photo's people, names in its caption, and the desk's people whose names begin as
   * typed, by pinyin too.
   */
  'people.suggest': command(
    z.object({ photoId: PhotoId, typed: z.string().max(200) }),
    z.object({ names: z.array(z.object({ name: z.string(), title: z.string() })) }),
  ),
  /** Fills photos' fields from a template of the desk; `{seq}` counts in the order of `ids`. */
  'templates.apply': command(
    z.object({ ids, templateId: DeskRecordId, storyId: StoryId.nullable().default(null) }),
    changed,
  ),
  /**
   * Credits in use, the most recent and the most used first, then those of `also` that nobody has used; before them all, those that a
   * story's article completes (通訊員 柯陽 供圖). Looks through the archive's credits, so it is asked when a list opens and not at
   * every keystroke.
   */
  'credits.list': command(
    z.object({
      also: z.array(z.string().max(200)).max(50).default([]),
      storyId: StoryId.nullable().default(null),
    }),
    z.object({ credits: z.array(KnownCredit) }),
  ),
  /** What a line says, and how the desk's house style prints it; nulls where it cannot be read or no style is chosen. */
  'credits.read': command(
    z.object({ line: z.string().max(2_000) }),
    z.object({ credit: Credit.nullable(), inHouseStyle: z.string().nullable() }),
  ),
  /** Prints every credit that can be read in the desk's house style; null means all photos. `unread` lines stay as they are. */
  'credits.reprint': command(z.object({ ids: ids.nullable() }), z.object({ changed: z.int(), unread: z.int() })),
  /** The text of a file, whatever it is encoded in; for lists that photographers and hosts hand in. */
  'texts.read': command(z.object({ path: z.string().min(1) }), z.object({ name: z.string(), text: z.string() })),
  /** Reads a code replacement file's text; lines that are no code are named. */
  'codes.read': command(
    z.object({ text: z.string().max(8_000_000) }),
    z.object({
      codes: CodeList.shape.codes,
      skipped: z.array(
        z.object({ line: z.int(), text: z.string(), reason: z.enum(['no-tab', 'empty-code', 'repeated']) }),
      ),
    }),
  ),
  /** The same text back. */
  'codes.print': command(z.object({ codes: CodeList.shape.codes }), z.object({ text: z.string() })),
  /** Expands the code whose closing delimiter stands right before the caret (UTF-16 units); null where there is none. */
  'codes.expand': command(
    z.object({ text: z.string().max(40_000), caret: z.int().nonnegative() }),
    z.object({ expanded: z.object({ text: z.string(), caret: z.int() }).nullable() }),
  ),
  /** People of a pasted guest list; lines without a name are left out. */
  'people.read': command(
    z.object({ text: z.string().max(2_000_000) }),
    z.object({ people: z.array(Person.omit({ kind: true, id: true })) }),
  ),
  /**
   * What the text before the caret may go on with: events, places and organisations of the desk, people of the roster, with the title of the day on which the photo was taken and
   * without, and earlier captions of the archive that begin so, or of the same place. `text` replaces everything from `from` (UTF-16
   * units) to the caret.
   */
  'captions.complete': command(
    z.object({ text: z.string().max(20_000), caret: z.int().nonnegative(), photoId: PhotoId }),
    z.object({
      completions: z.array(
        z.object({
          kind: z.enum(['person', 'event', 'place', 'organisation', 'caption']),
          from: z.int().nonnegative(),
          text: z.string(),
        }),
      ),
    }),
  ),
  /** Events, places or organisations of pasted lines: a name, other wordings behind tabs or semicolons; a line may name its kind. */
  'facts.read': command(
    z.object({ text: z.string().max(2_000_000), factKind: FactKind }),
    z.object({ facts: z.array(Fact.omit({ kind: true, id: true })) }),
  ),
  /**
   * What correcting a record of the desk (an event, a place, a person) would change, and changes nothing. `before` is the record as it
   * was worded; null asks for whatever older wordings photos still use, to be replaced by the record's name.
   */
  'facts.corrections': command(z.object({ id: DeskRecordId, before: DeskRecord.nullable() }), Corrections),
  /** Corrects the wording in these photos and in the captions printed with these uses, in one edit. */
  'facts.correct': command(
    z.object({
      id: DeskRecordId,
      changes: z.array(WordingChange).min(1).max(5_000),
      photoIds: z.array(PhotoId),
      printed: z.array(z.object({ storyId: StoryId, photoId: PhotoId })),
    }),
    z.object({ photos: z.int(), printed: z.int() }),
  ),
} as const
