/** `anna@brand.com` as logs, the audit log and lists show it: `a***@brand.com`. */
export const maskedAddress = (address: string): string => `${[...address][0] ?? ''}***${address.slice(address.lastIndexOf('@'))}`;

/**
 * A mail server repeats addresses in what it answers. Before the @ stand 64 characters at most (RFC 5321): looked for
 * without a limit, they would take minutes in a long text without spaces.
 */
export const withoutAddresses = (text: string): string => text.replace(/[^\s<>"':;,()/]{1,64}@[^\s<>"':;,()/]+/g, maskedAddress);
