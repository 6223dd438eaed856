import path from 'node:path'
import { app } from 'electron'

/** Where the sample's archive goes: the user's pictures, or the folder that tests name. */
export function sampleFolder(name: string): string {
  return process.env.CUTLINE_SAMPLE_FOLDER ?? path.join(pictures(), name)
}

/** Not every Linux desktop has a folder for pictures. */
function pictures(): string {
  try {
    return app.getPath('pictures')
  } catch {
    return app.getPath('home')
  }
}
