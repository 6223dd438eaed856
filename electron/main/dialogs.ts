import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import { pictureEndings } from '#contract'
import type { Translate } from './i18n/translate.js'

/** Endings offered first: photos and what holds them. The import decides by content, so all files can be chosen. */
const photoEndings = [...pictureEndings, 'zip', 'docx', 'eml']

/** The system's dialogs, over the window they belong to. Each answers nothing when it was cancelled. */
export class Dialogs {
  constructor(
    private readonly window: () => BrowserWindow | null,
    private readonly t: () => Translate,
  ) {}

  async archiveFolder(create: boolean): Promise<string | null> {
    const t = this.t()
    const [folder] = await this.open({
      title: t(create ? 'dialog.createArchive' : 'dialog.openArchive'),
      message: t(create ? 'dialog.createArchive' : 'dialog.openArchive'),
      buttonLabel: t(create ? 'dialog.createArchiveButton' : 'dialog.openArchiveButton'),
      properties: create ? ['openDirectory', 'createDirectory', 'promptToCreate'] : ['openDirectory'],
    })
    return folder ?? null
  }

  photos(kind: 'files' | 'folder'): Promise<string[]> {
    const t = this.t()
    const title = t(kind === 'files' ? 'dialog.choosePhotos' : 'dialog.chooseFolder')
    const shared = { title, message: title, buttonLabel: t('dialog.import') }
    if (kind === 'folder') return this.open({ ...shared, properties: ['openDirectory'] })
    return this.open({
      ...shared,
      properties: ['openFile', 'multiSelections'],
      filters: [
        // Linux compares endings as they are written; cameras write capitals.
        { name: t('dialog.photoFiles'), extensions: photoEndings.flatMap((one) => [one, one.toUpperCase()]) },
        { name: t('dialog.allFiles'), extensions: ['*'] },
      ],
    })
  }

  /** One photo file: the original of a copy. */
  async original(): Promise<string | null> {
    const t = this.t()
    const [file] = await this.open({
      title: t('dialog.chooseOriginal'),
      message: t('dialog.chooseOriginal'),
      buttonLabel: t('dialog.chooseOriginalButton'),
      properties: ['openFile'],
      filters: [{ name: t('dialog.allFiles'), extensions: ['*'] }],
    })
    return file ?? null
  }

  async article(): Promise<string | null> {
    const t = this.t()
    const [file] = await this.open({
      title: t('dialog.chooseArticle'),
      message: t('dialog.chooseArticle'),
      buttonLabel: t('dialog.chooseArticleButton'),
      properties: ['openFile'],
      filters: [
        { name: t('dialog.articleFiles'), extensions: ['txt', 'docx', 'html', 'htm', 'TXT', 'DOCX', 'HTML', 'HTM'] },
        { name: t('dialog.allFiles'), extensions: ['*'] },
      ],
    })
    return file ?? null
  }

  async text(): Promise<string | null> {
    const t = this.t()
    const [file] = await this.open({
      title: t('dialog.chooseText'),
      message: t('dialog.chooseText'),
      buttonLabel: t('dialog.chooseArticleButton'),
      properties: ['openFile'],
      filters: [
        { name: t('dialog.textFiles'), extensions: ['txt', 'tsv', 'csv', 'TXT', 'TSV', 'CSV'] },
        { name: t('dialog.allFiles'), extensions: ['*'] },
      ],
    })
    return file ?? null
  }

  async bundle(kind: 'zip' | 'folder'): Promise<string | null> {
    const t = this.t()
    const title = t('dialog.chooseBundle')
    const shared = { title, message: title, buttonLabel: t('dialog.chooseBundleButton') }
    const [place] =
      kind === 'folder'
        ? await this.open({ ...shared, properties: ['openDirectory'] })
        : await this.open({
            ...shared,
            properties: ['openFile'],
            filters: [
              { name: t('dialog.bundleFiles'), extensions: ['zip', 'ZIP'] },
              { name: t('dialog.allFiles'), extensions: ['*'] },
            ],
          })
    return place ?? null
  }

  async saveAs(name: string): Promise<string | null> {
    const window = this.window()
    const options = { defaultPath: name }
    const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
    return answer.canceled || answer.filePath === '' ? null : answer.filePath
  }

  async exportFolder(last: string | null): Promise<string | null> {
    const t = this.t()
    const [folder] = await this.open({
      title: t('dialog.chooseExport'),
      message: t('dialog.chooseExport'),
      buttonLabel: t('dialog.chooseExportButton'),
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
      ...(last === null ? {} : { defaultPath: last }),
    })
    return folder ?? null
  }

  private async open(options: OpenDialogOptions): Promise<string[]> {
    const window = this.window()
    const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
    return answer.canceled ? [] : answer.filePaths
  }
}
