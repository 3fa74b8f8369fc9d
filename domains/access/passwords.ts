import { hash, verify } from '@node-rs/argon2';
import { badRequest } from '@qingniao/kernel';

/** argon2id with the library's defaults (19 MiB, 2 passes), OWASP's first recommendation. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'));

let decoy: Promise<string> | null = null;

/**
 * Whether the password is right. Without a stored hash it still does the work of a comparison and
 * says no, so that the time of an answer does not tell which accounts exist.
 */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const matches = await verify(stored ?? (await decoy), password.normalize('NFKC'));
  return matches && stored !== null;
}

const SHORTEST_PASSWORD = 10;

/** Length is what counts; beyond that only the guesses anybody tries first are refused. Throws 422 `weak_password`. */
export function requireGoodPassword(password: string, email: string, field = 'password'): void {
  const lower = password.toLowerCase();
  const name = email.split('@')[0]!.toLowerCase();
  const repeats = new Set(lower).size < 5;
  const named = name.length >= 4 && lower.includes(name);
  const common = /^(password|qwerty|iloveyou|welcome|abc123|123456|qingniao|admin)/.test(lower) && lower.length < 16;
  if ([...password].length >= SHORTEST_PASSWORD && !repeats && !named && !common) return;
  throw badRequest('weak_password', {
    zh: `密码至少 ${SHORTEST_PASSWORD} 个字符，且不能过于简单或包含邮箱名。几个不相关的词连在一起就很好。`,
    en: `Use at least ${SHORTEST_PASSWORD} characters, nothing obvious and not your e-mail name. A few unrelated words make a good password.`,
  }, { field });
}
