/** `anna@brand.com` as logs, the audit log and lists show it: `a***@brand.com`. */
export const maskedAddress = (address: string): string => `${[...address][0] ?? ''}***${address.slice(address.lastIndexOf('@'))}`;

/** A mail server repeats addresses in what it answers. */
export const withoutAddresses = (text: string): string => text.replace(/[^\s<>"':;,()/]+@[^\s<>"':;,()/]+/g, maskedAddress);
