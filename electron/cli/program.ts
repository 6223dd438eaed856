import { Command } from 'commander'
import packageFile from '../../package.json' with { type: 'json' }
import { addArticle } from './commands/article.js'
import { addCaption } from './commands/caption.js'
import { addCaptions } from './commands/captions.js'
import { addExport } from './commands/export.js'
import { addImport } from './commands/import.js'
import { addInit } from './commands/init.js'
import { addList } from './commands/list.js'
import { addReceive } from './commands/receive.js'
import { addRebuild } from './commands/rebuild.js'
import { addShow } from './commands/show.js'
import { addSidecars } from './commands/sidecars.js'
import { addStory } from './commands/story.js'
import { addTwins } from './commands/twins.js'
import { addUsage } from './commands/usage.js'
import { addVerify } from './commands/verify.js'
import type { Desk } from './desk.js'

const examples = `
Examples:
  $ cutline init ~/Pictures/本報圖庫
  $ cutline import ~/Pictures/本報圖庫 /media/card/DCIM
  $ cutline list ~/Pictures/本報圖庫 --query 龍舟 --missing credit
  $ cutline caption ~/Pictures/本報圖庫 PHOTO-ID --caption 端午龍舟賽 --credit "通訊員 供圖"
  $ cutline story create ~/Pictures/本報圖庫 --headline 端午龍舟賽 --text-file article.txt
  $ cutline story add ~/Pictures/本報圖庫 STORY-ID PHOTO-ID PHOTO-ID
  $ cutline export ~/Pictures/本報圖庫 STORY-ID ~/Desktop --preset print --zip

Every command takes --json: one document on standard output, progress on standard error.
Exit status: 0 all well; 1 something failed, named with a code; 2 wrong usage.`

/** The whole command line. Parsing throws CommanderError where the usage is wrong, instead of ending the process. */
export function createProgram(desk: Desk): Command {
  const program = new Command('cutline')
    .description('Cutline 圖說: an archive for newsroom photos with their captions and credits')
    .version(packageFile.version)
    .exitOverride()
    .showHelpAfterError('(add --help for how it is used)')
    .configureOutput({
      // Help that was asked for goes to standard output. It is short, and the process waits for it when it ends.
      writeOut: (text) => void desk.terminal.out(text),
      writeErr: (text) => desk.terminal.err(text),
    })
    .addHelpText('after', examples)
  addInit(program, desk)
  addImport(program, desk)
  addList(program, desk)
  addShow(program, desk)
  addCaption(program, desk)
  addStory(program, desk)
  addExport(program, desk)
  addReceive(program, desk)
  addVerify(program, desk)
  addRebuild(program, desk)
  addSidecars(program, desk)
  addCaptions(program, desk)
  addArticle(program, desk)
  addTwins(program, desk)
  addUsage(program, desk)
  return program
}
