/** A refusal of WeChat Pay: HTTP status, code and a Chinese sentence (mini-program 11.6). */
export class PayError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** The internal number behind the last dash of Request-ID. */
    readonly number = 268435461,
    readonly detail?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.name = 'PayError';
  }
}

export const refuse = (status: number, code: string, message: string, number?: number): never => {
  throw new PayError(status, code, message, number);
};

export const signError = (issue: string): never => {
  throw new PayError(401, 'SIGN_ERROR', `错误的签名，验签失败：${issue}`, 268443699, { issue, location: 'authorization' });
};

/** PARAM_ERROR with the field it is about. */
export const badField = (field: string, value: unknown, issue: string): never => {
  throw new PayError(400, 'PARAM_ERROR', `参数错误：${issue}`, 268435461, { field, value: value ?? null, issue, location: 'body' });
};
