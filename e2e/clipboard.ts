import type { ElectronApplication } from '@playwright/test'

/** The clipboard's calls in the stand-in Electron that tests may run on. */
interface OlderClipboard {
  writeImage(image: unknown): void
  writeBuffer(format: string, bytes: Buffer): void
}

/** Puts bytes on the system's clipboard, as another program does that copies. */
export async function copy(
  app: ElectronApplication,
  type: 'image/png' | 'text/uri-list',
  bytes: Buffer,
): Promise<void> {
  await app.evaluate(
    async ({ clipboard, ClipboardItem, nativeImage }, [as, base64]) => {
      const content = Buffer.from(base64, 'base64')
      const older = clipboard as unknown as Partial<OlderClipboard>
      if (as === 'image/png' && older.writeImage) older.writeImage(nativeImage.createFromBuffer(content))
      else if (older.writeBuffer) older.writeBuffer(as, content)
      else await clipboard.write([new ClipboardItem({ [as]: new Blob([content], { type: as }) })])
    },
    [type, bytes.toString('base64')] as const,
  )
}
