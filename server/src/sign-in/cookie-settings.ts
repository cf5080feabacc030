/** Cookies that no script reads and no other site sends; behind https they never travel without it. */
export function cookieSettings(prefix: string, origin: string) {
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: origin.startsWith('https:') } as const;
  return {
    cookiePrefix: prefix,
    // The attribute alone says it: a prefix of the name would make the same session two cookies behind a proxy.
    useSecureCookies: false,
    defaultCookieAttributes: attributes,
    ipAddress: { ipAddressHeaders: ['x-trofast-ip'] },
    // Also in tests, where the library would leave it out.
    disableCSRFCheck: false,
    disableOriginCheck: false,
  };
}
