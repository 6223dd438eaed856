import { existsSync } from 'node:fs'
import path from 'node:path'

/** What the command needs beside its own file, absolute. */
export interface ProgramFiles {
  children: { imaging: string; copy: string; twins: string }
  resources: string
}

/**
 * Finds what belongs to the built command (dist/cli/cutline.js). Resources stand in the checkout, or beside the
 * packaged application's archive of code (resources/app.asar.unpacked/dist/cli), or where CUTLINE_RESOURCES says.
 */
export function programFiles(here: string, environment = process.env): ProgramFiles {
  const inCheckout = path.resolve(here, '../../resources')
  const packaged = path.resolve(here, '../../../resources')
  const named = environment.CUTLINE_RESOURCES ?? ''
  return {
    children: {
      imaging: path.resolve(here, '../engine/imaging-child.js'),
      copy: path.resolve(here, '../engine/copy-worker.js'),
      twins: path.resolve(here, '../engine/twins-worker.js'),
    },
    resources: named !== '' ? path.resolve(named) : existsSync(inCheckout) ? inCheckout : packaged,
  }
}
