/** A complete set of a feature's texts: a language that lacks one, or has one too many, does not compile. */
export type Texts<Reference> = Record<keyof Reference, string>

/** English also has a singular for each text that counts: `photos_one` beside `photos_other`. */
export type English<Reference> = Texts<Reference> & {
  [Key in keyof Reference as Key extends `${infer Name}_other` ? `${Name}_one` : never]: string
}
