import { Option } from 'commander'

/** The option that every command takes. */
export function jsonOption(): Option {
  return new Option('--json', 'answer with one JSON document on standard output')
}
