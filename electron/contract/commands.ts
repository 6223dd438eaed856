import { z } from 'zod'
import { ArchiveInfo } from './archive.js'
import { Article } from './article.js'
import { PhotoFindings } from './check.js'
import { Credit, KnownCredit } from './credit.js'
import { DeskRecordId } from './desk-record-id.js'
import { CheckRule, CodeList, DeskRecord, Fact, FactKind, Person, TemplateField } from './desk.js'
import { EditKind, UndoState } from './edit.js'
import { Embedded } from './embedded.js'
import { ExportPreset } from './export-preset.js'
import { Corrections, WordingChange } from './fact.js'
import { HouseStyle } from './house-style.js'
import { ImportChoices, UnfinishedImport, WatchedFolder, Watching } from './import.js'
import { JobId } from './job.js'
import { PhotoFieldChanges, PhotoFields } from './photo-fields.js'
import { IimEncoding, Photo, PhotoId, Sha256 } from './photo.js'
import { PlacedPerson, PositionsChange, PositionsField } from './positions.js'
import { Language, Settings, SortOrder } from './settings.js'
import { SidecarChoice, SidecarDifference, SidecarState } from './sidecar.js'
import { Story, StoryFieldChanges, StoryId, StorySummary } from './story.js'
import { TwinDistance, TwinGroup } from './twins.js'

/**
 * Every command, once: its name, what it takes, what it answers. The bridge in preload, the relay in main, the engine's
 * dispatcher and the command line are derived from these tables; adding a command is one entry here and one handler.
 */
function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { input, output }
}

const nothing = z.object({})
const folder = z.string().min(1)
const jobStarted = z.object({ jobId: JobId })
const ids = z.array(PhotoId).min(1)
const paths = z.array(z.string().min(1)).min(1)
/** How many photos a mutation touched; 0 when everything already was as asked. */
const changed = z.object({ changed: z.int() })

/** A listing: which photos, in which order. */
export const PhotoQuery = z.object({
  /** Words to find in caption, headline, credit, creators, keywords, place, file name; empty lists everything. */
  text: z.string().default(''),
  storyId: StoryId.nullable().default(null),
  /** Only photos that lack this. */
  missing: z.enum(['caption', 'credit', 'either', 'original']).nullable().default(null),
  /** Instead of the photos in use, those that were set aside as lesser copies. */
  setAside: z.boolean().default(false),
  sort: SortOrder.default('imported'),
})
export type PhotoQuery = z.infer<typeof PhotoQuery>

/** An article as it is handed in: a file, or what the clipboard holds; HTML counts before text where both are there. */
export const ArticleSource = z.union([
  z.object({ path: z.string().min(1) }),
  z.object({ text: z.string().max(4_000_000), html: z.string().max(8_000_000).optional() }),
])
export type ArticleSource = z.infer<typeof ArticleSource>

/** A change of texts over a selection. */
export const Rewriting = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('replace'),
    find: z.string().min(1).max(2_000),
    replace: z.string().max(2_000),
    regularExpression: z.boolean(),
    matchCase: z.boolean(),
    /** Simplified and traditional, half and full width find each other; for plain text only. */
    eitherScript: z.boolean(),
  }),
  /** Names of people, as credits, creators and the desk's people give them, are never converted. */
  z.object({ kind: z.literal('script'), to: z.enum(['zh-Hans', 'zh-Hant', 'zh-Hant-TW', 'zh-Hant-HK']) }),
  z.object({ kind: z.literal('full-width') }),
])
export type Rewriting = z.infer<typeof Rewriting>

const page = { query: PhotoQuery, offset: z.int().nonnegative(), limit: z.int().positive() }

/** Answered by the engine. */
export const engineCommands = {
  'archive.create': command(z.object({ folder, name: z.string().optional() }), ArchiveInfo),
  'archive.open': command(z.object({ folder }), ArchiveInfo),
  'archive.info': command(nothing, ArchiveInfo.nullable()),
  'archive.close': command(nothing, nothing),
  'archive.verify': command(nothing, jobStarted),
  'archive.rebuild': command(z.object({ from: z.enum(['catalog', 'originals']) }), jobStarted),

  /** Starts an import of files and folders; the photos are added to the story when one is named. */
  'import.start': command(ImportChoices.extend({ paths }), jobStarted),
  /** Looks at what an import would do, by a job of kind `plan`; nothing is changed. */
  'import.plan': command(ImportChoices.extend({ paths }), jobStarted),
  /** Imports that quitting or a crash interrupted, the newest first. */
  'import.unfinished': command(nothing, z.object({ imports: z.array(UnfinishedImport) })),
  /** Goes on with one of them: only what is missing comes in. */
  'import.continue': command(z.object({ id: JobId }), jobStarted),
  /** Lets go of one of them; what has come in stays. */
  'import.forget': command(z.object({ id: JobId }), nothing),
  'import.watching': command(nothing, Watching),
  /** Watches a folder for this archive, or stops. Kept with the archive. */
  'import.watch': command(WatchedFolder, Watching),
  /** Imports the sample assignment and writes its story, in the language given. */
  'import.sample': command(z.object({ language: Language }), z.object({ jobId: JobId, storyId: StoryId })),

  'photos.list': command(z.object(page), z.object({ total: z.int(), photos: z.array(Photo) })),
  /** The same listing as ids alone, for selecting ranges. */
  'photos.ids': command(z.object(page), z.object({ total: z.int(), ids: z.array(PhotoId) })),
  'photos.get': command(z.object({ ids }), z.object({ photos: z.array(Photo) })),
  /** Resolves when the change is on disk. */
  'photos.edit': command(z.object({ ids, set: PhotoFieldChanges }), changed),
  /**
   * Replaces or converts text in some fields of photos; with `apply` false it changes nothing and shows what would be. `changes`
   * holds the first 200, `total` counts all fields.
   */
  'photos.rewrite': command(
    z.object({ ids, fields: z.array(TemplateField).min(1), how: Rewriting, apply: z.boolean() }),
    z.object({
      total: z.int(),
      photos: z.int(),
      changes: z.array(
        z.object({ photoId: PhotoId, file: z.string(), field: TemplateField, before: z.string(), after: z.string() }),
      ),
    }),
  ),
  /**
   * What the desk's house rules find in photos' texts. In a story, the caption that is printed with the use counts, and its bylines
   * and its other photos are looked at; photos without findings are left out.
   */
  'photos.check': command(z.object({ ids, storyId: StoryId.nullable() }), z.object({ photos: z.array(PhotoFindings) })),
  /** Puts right what a rule found in photos, where that is certain. */
  'photos.fix': command(z.object({ ids, rule: CheckRule, storyId: StoryId.nullable() }), changed),
  /** Gives photos other photos' fields: those copied from one of them. Fields that are absent stay. */
  'photos.paste': command(z.object({ ids, set: PhotoFieldChanges }), changed),
  /**
   * Puts a better file (the original of a copy that a chat sent) behind a record. Captions and all other fields stay; the old file
   * is kept among the companions.
   */
  'photos.attachOriginal': command(z.object({ id: PhotoId, path: z.string().min(1) }), changed),
  /** Who is boxed in a photo's picture, in the order in which a caption names them; resolves when it is on disk. */
  'positions.setRegions': command(z.object({ id: PhotoId, regions: PhotoFields.shape.regions }), changed),
  /** The people boxed in a photo's picture in reading order, each with the marker that the house style prints. */
  'positions.read': command(z.object({ id: PhotoId }), z.object({ people: z.array(PlacedPerson) })),
  /**
   * Puts position markers into captions and people into the field of that name, from the boxes in the pictures; with `apply` false it
   * changes nothing and shows what would be. `changes` holds the first 200 photos that change or lack a name, `photos` counts those
   * that change.
   */
  'positions.mark': command(
    z.object({ ids, fields: z.array(PositionsField).min(1), apply: z.boolean() }),
    z.object({ photos: z.int(), changes: z.array(PositionsChange) }),
  ),
  /**
   * Names for somebody in a photo's picture: the photo's people, names in its caption, and the desk's people whose names begin as
   * typed, by pinyin too.
   */
  'people.suggest': command(
    z.object({ photoId: PhotoId, typed: z.string().max(200) }),
    z.object({ names: z.array(z.object({ name: z.string(), title: z.string() })) }),
  ),
  /** Reads the original anew and tells what its IIM, XMP, EXIF and sidecar each say. */
  'photos.embedded': command(z.object({ id: PhotoId }), Embedded),
  /**
   * Reads originals' undeclared texts in another encoding (null: what the evidence says), and sets the fields that still hold what was
   * read before. Originals that cannot be read are named and stay as they are.
   */
  'photos.decodeAgain': command(
    z.object({ ids, encoding: IimEncoding.nullable() }),
    z.object({ changed: z.int(), failed: z.array(z.object({ file: z.string(), message: z.string() })) }),
  ),
  /** Fills photos' fields from a template of the desk; `{seq}` counts in the order of `ids`. */
  'templates.apply': command(
    z.object({ ids, templateId: DeskRecordId, storyId: StoryId.nullable().default(null) }),
    changed,
  ),
  /** How many groups of near duplicates wait, how many photos are set aside, and how many have not been looked at yet. */
  'twins.count': command(nothing, z.object({ groups: z.int(), setAside: z.int(), pending: z.int() })),
  /** Groups of near duplicates, those with the newest import first. `pending` photos have not been looked at yet. */
  'twins.list': command(
    z.object({
      distance: TwinDistance.optional(),
      offset: z.int().nonnegative().default(0),
      limit: z.int().positive().default(50),
      /** Looks at the photos that have not been looked at first, however long that takes. */
      complete: z.boolean().default(false),
    }),
    z.object({ total: z.int(), groups: z.array(TwinGroup), pending: z.int() }),
  ),
  /** The photos that look like one photo, the nearest first. */
  'twins.of': command(
    z.object({ id: PhotoId, distance: TwinDistance.optional() }),
    z.object({ twins: z.array(z.object({ id: PhotoId, distance: z.int() })) }),
  ),
  /**
   * Keeps one photo of a group and sets the others aside. What the kept one's record does not say it takes over from the others, the
   * first of `setAside` before the next; caption and credit come from `textFrom` where that is named. Stories that use one of the
   * others use the kept one instead.
   */
  'twins.keep': command(
    z.object({ keep: PhotoId, setAside: ids.max(100), textFrom: PhotoId.optional() }),
    changed.extend({ stories: z.int() }),
  ),
  /** Remembers that these are different pictures. */
  'twins.different': command(z.object({ ids: ids.min(2).max(100) }), changed),
  /** Brings photos back that were set aside. */
  'twins.restore': command(z.object({ ids }), changed),
  /** Makes sure that the thumbnail of these bytes stands in the cache folder, which may have been emptied. */
  'photos.thumbnail': command(z.object({ sha256: Sha256 }), z.object({ file: z.string() })),
  /** Makes sure that a preview (1,600 pixels) stands in the cache folder. */
  'photos.preview': command(z.object({ id: PhotoId }), z.object({ file: z.string() })),

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

  /** What belongs to the desk: house style, templates, codes, people, house rules. */
  'desk.get': command(nothing, z.object({ records: z.array(DeskRecord) })),
  /** Records by id: those that are there are replaced. */
  'desk.put': command(z.object({ records: z.array(DeskRecord).min(1).max(5_000) }), changed),
  'desk.remove': command(z.object({ ids: z.array(DeskRecordId).min(1) }), changed),
  /** The house styles that come with Cutline. */
  'desk.houseStyles': command(nothing, z.object({ styles: z.array(HouseStyle) })),
  /** How a style prints one credit of each kind, before it is chosen. */
  'desk.previewStyle': command(z.object({ style: HouseStyle }), z.object({ lines: z.array(z.string()) })),

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

  /** Takes an article apart and changes nothing. `original` is its text as it came, which places of repairs are counted in. */
  'articles.read': command(
    z.object({ source: ArticleSource, refused: z.array(z.int().nonnegative()).default([]) }),
    z.object({ name: z.string(), original: z.string(), article: Article, pictures: z.int() }),
  ),

  'stories.list': command(nothing, z.object({ stories: z.array(StorySummary) })),
  'stories.get': command(z.object({ id: StoryId }), z.object({ story: Story, photos: z.array(Photo) })),
  'stories.create': command(StoryFieldChanges, z.object({ story: Story })),
  'stories.edit': command(z.object({ id: StoryId, set: StoryFieldChanges }), z.object({ story: Story })),
  'stories.delete': command(z.object({ id: StoryId }), nothing),
  /** Adds photos at a place in the order (default: the end); those already in the story stay where they are. */
  'stories.addPhotos': command(
    z.object({ id: StoryId, photoIds: ids, at: z.int().nonnegative().optional() }),
    z.object({ story: Story }),
  ),
  'stories.removePhotos': command(z.object({ id: StoryId, photoIds: ids }), z.object({ story: Story })),
  /** `photoIds` is the whole new order. */
  'stories.orderPhotos': command(z.object({ id: StoryId, photoIds: z.array(PhotoId) }), z.object({ story: Story })),
  /** Sets the caption printed with this use; null returns to the photo's own. */
  'stories.setPrintedCaption': command(
    z.object({ id: StoryId, photoId: PhotoId, printedCaption: z.string().max(20_000).nullable() }),
    z.object({ story: Story }),
  ),

  /**
   * Gives a story an article's headline, byline and text, keeps the original with it, and its captions wait for their photos.
   * Pictures embedded in it are imported into the story by a job.
   */
  'stories.takeArticle': command(
    z.object({ id: StoryId, source: ArticleSource, refused: z.array(z.int().nonnegative()).default([]) }),
    z.object({ story: Story, jobId: JobId.nullable() }),
  ),
  /** Which of the article's captions may belong to which of the story's photos, and what speaks for it. */
  'stories.suggestCaptions': command(
    z.object({ id: StoryId }),
    z.object({
      suggestions: z.array(
        z.object({
          photoId: PhotoId,
          caption: z.int().nonnegative(),
          reason: z.enum(['same-text', 'file-name', 'number', 'order', 'time']),
        }),
      ),
    }),
  ),
  /**
   * Gives photos of the story captions of its article, with their credits. A photo that has a caption of its own keeps it; the
   * article's is then the one printed with this use.
   */
  'stories.assignCaptions': command(
    z.object({
      id: StoryId,
      assignments: z
        .array(
          z.object({
            photoId: PhotoId,
            /** Place in the article's captions, from 0. */
            caption: z.int().nonnegative(),
            /** Whether the credit is taken with the name that the article's byline completes it by. */
            completed: z.boolean().default(false),
          }),
        )
        .min(1),
    }),
    changed,
  ),

  'sidecars.state': command(nothing, SidecarState),
  /** What other programs have changed in sidecars and nobody has decided yet, the newest first. */
  'sidecars.differences': command(
    z.object({ offset: z.int().nonnegative().default(0), limit: z.int().positive().max(500).default(100) }),
    z.object({ total: z.int(), photos: z.array(SidecarDifference) }),
  ),
  /**
   * Takes changes into the catalog or refuses them: of some photos field by field, or all there are. Refused ones are written over
   * from the catalog; both texts stand in the history, and Undo turns the choice round. Answers the number of fields decided.
   */
  'sidecars.resolve': command(
    z.union([
      z.object({ choices: z.array(SidecarChoice).min(1).max(10_000) }),
      z.object({ all: z.enum(['take', 'refuse']) }),
    ]),
    z.object({ decided: z.int() }),
  ),
  /** Looks whether other programs have changed these photos' sidecars; what is found is told by an event. */
  'sidecars.look': command(z.object({ ids }), nothing),
  /** Compares every photo with its sidecar and, with `write`, brings the sidecars up to the catalog. */
  'sidecars.run': command(z.object({ mode: z.enum(['write', 'check']) }), jobStarted),

  'edits.state': command(nothing, UndoState),
  /** Takes back the last edit of this session. `skipped` counts fields that somebody has changed since. */
  'edits.undo': command(nothing, z.object({ kind: EditKind.nullable(), skipped: z.int() })),
  'edits.redo': command(nothing, z.object({ kind: EditKind.nullable(), skipped: z.int() })),

  'export.presets': command(nothing, z.object({ presets: z.array(ExportPreset) })),
  /** Writes the story's bundle into the destination folder under a name of its own. */
  'export.start': command(
    z.object({
      storyId: StoryId,
      destination: folder,
      preset: z.string().default('web'),
      zip: z.boolean().default(false),
      /** Language of the documents' labels. */
      language: Language.default('zh-Hant'),
    }),
    jobStarted,
  ),

  'jobs.cancel': command(z.object({ jobId: JobId }), nothing),
  /** Work stops before its next item and waits. */
  'jobs.pause': command(z.object({ jobId: JobId }), nothing),
  'jobs.resume': command(z.object({ jobId: JobId }), nothing),
} as const

/** Answered by the window's shell: dialogs, settings, what only Electron can do. */
export const shellCommands = {
  'shell.start': command(
    nothing,
    z.object({
      settings: Settings,
      /** The language to show, chosen or the system's. */
      language: Language,
      platform: z.string(),
      version: z.string(),
      /** The archive that is open or was last open; the engine may still be opening it. */
      archive: ArchiveInfo.nullable(),
    }),
  ),
  'shell.setSettings': command(Settings.partial(), Settings),
  /** Asks for a folder and opens the archive in it, or makes one there. null when the dialog was cancelled. */
  'shell.openArchive': command(z.object({ create: z.boolean() }), ArchiveInfo.nullable()),
  /** Opens an archive opened before. */
  'shell.openRecent': command(z.object({ folder }), ArchiveInfo),
  'shell.choosePhotos': command(
    z.object({ kind: z.enum(['files', 'folder']) }),
    z.object({ paths: z.array(z.string()) }),
  ),
  /** What the clipboard holds: files, or a picture, which is written to a file first; none where it holds neither. */
  'shell.clipboardPhotos': command(nothing, z.object({ paths: z.array(z.string()) })),
  /** Asks for the original of a photo. */
  'shell.chooseOriginal': command(nothing, z.object({ path: z.string().nullable() })),
  'shell.chooseArticle': command(nothing, z.object({ path: z.string().nullable() })),
  /** Asks for a text file: a list of codes or of guests. */
  'shell.chooseText': command(nothing, z.object({ path: z.string().nullable() })),
  /** Asks where a text goes and writes it there, UTF-8; false when the dialog was cancelled. */
  'shell.saveText': command(
    z.object({ name: z.string().min(1).max(200), text: z.string().max(8_000_000) }),
    z.object({ saved: z.boolean() }),
  ),
  'shell.chooseExportFolder': command(nothing, z.object({ folder: z.string().nullable() })),
  /** Makes (or opens) an archive for the sample in the user's Pictures folder. */
  'shell.openSampleArchive': command(nothing, ArchiveInfo),
  /** Shows an exported bundle, or a photo's original, in the system's file manager. */
  'shell.reveal': command(
    z.object({ what: z.enum(['export', 'original', 'archive']), id: z.string().default('') }),
    nothing,
  ),
} as const

export const commands = { ...engineCommands, ...shellCommands } as const

export type EngineCommand = keyof typeof engineCommands
export type ShellCommand = keyof typeof shellCommands
export type Command = keyof typeof commands

/** What a caller may pass: fields with defaults can be left out. */
export type CommandInput<C extends Command> = z.input<(typeof commands)[C]['input']>
/** What a handler receives, after parsing. */
export type ParsedInput<C extends Command> = z.output<(typeof commands)[C]['input']>
export type CommandOutput<C extends Command> = z.output<(typeof commands)[C]['output']>

export function isEngineCommand(name: string): name is EngineCommand {
  return Object.hasOwn(engineCommands, name)
}

export function isShellCommand(name: string): name is ShellCommand {
  return Object.hasOwn(shellCommands, name)
}

/** Calls a command, wherever it is answered. Rejects with a CutlineError. */
export type Invoke = <C extends Command>(name: C, input: CommandInput<C>) => Promise<CommandOutput<C>>
