/** The names of the platform's own sample library (official-account 2.5); the numbers are kept because operators search for them. */
export const cryptErrors = {
  signature: -40001,
  xmlParse: -40002,
  signatureComputation: -40003,
  aesKey: -40004,
  appid: -40005,
  encrypt: -40006,
  decrypt: -40007,
  buffer: -40008,
  base64Encode: -40009,
  base64Decode: -40010,
  xmlBuild: -40011,
} as const;
export type CryptErrorName = keyof typeof cryptErrors;

/** A push that must be refused, or a reply that cannot be built. Never carries message content. */
export class WechatCryptError extends Error {
  readonly code: (typeof cryptErrors)[CryptErrorName];

  constructor(readonly reason: CryptErrorName, detail: string, options?: ErrorOptions) {
    super(`${detail} (${cryptErrors[reason]})`, options);
    this.name = 'WechatCryptError';
    this.code = cryptErrors[reason];
  }

  /** What the callback answers: 403 for a wrong signature, 400 for everything else that is wrong with the body. */
  get httpStatus(): 400 | 403 {
    return this.reason === 'signature' ? 403 : 400;
  }
}
