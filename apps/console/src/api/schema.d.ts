// Made by scripts/api-types.mjs from /api/openapi.json.
export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description Needs `self`: manage one’s own account.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in
         * @description Open to anybody.
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description Needs `self`: manage one’s own account.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change one’s own name or language
         * @description Needs `self`: manage one’s own account.
         */
        patch: operations["changeOwnUser"];
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one’s own password
         * @description Ends every other session.
         *
         *     Needs `self`: manage one’s own account.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where one is signed in
         * @description Needs `self`: manage one’s own account.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * Sign out everywhere else
         * @description Needs `self`: manage one’s own account.
         */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one session
         * @description Needs `self`: manage one’s own account.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a reset link by e-mail
         * @description Answers the same whether or not the address has an account. `mail` says whether this installation can send mail at all.
         *
         *     Open to anybody.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-links/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a password link is for
         * @description Open to anybody.
         */
        post: operations["inspectPasswordLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-links/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a password by a link
         * @description Open to anybody.
         */
        post: operations["redeemPasswordLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the first owner is still to be named
         * @description Open to anybody.
         */
        get: operations["getSetup"];
        put?: never;
        /**
         * Name the first owner
         * @description With the code printed when the server started.
         *
         *     Open to anybody.
         */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Brands the caller reaches
         * @description For users and for API keys.
         *
         *     Needs `known`: be known.
         */
        get: operations["listBrands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Roles and what they permit
         * @description Needs `known`: be known.
         */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisationId}/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Brands of the organisation
         * @description Needs `organisation:manage`: manage the organisation and its brands.
         */
        get: operations["listOrganisationBrands"];
        put?: never;
        /**
         * Add a brand
         * @description Needs `organisation:manage`: manage the organisation and its brands.
         */
        post: operations["createBrand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename the organisation
         * @description Needs `organisation:manage`: manage the organisation and its brands.
         */
        patch: operations["changeOrganisation"];
        trace?: never;
    };
    "/api/organisations/{organisationId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members
         * @description Needs `organisation:manage`: manage the organisation and its brands.
         */
        get: operations["listOrganisationMembers"];
        put?: never;
        /**
         * Add or invite somebody
         * @description Needs `organisation:manage`: manage the organisation and its brands.
         */
        post: operations["addOrganisationMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisationId}/members/{userId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace a member’s roles
         * @description Needs `organisation:manage`: manage the organisation and its brands.
         */
        put: operations["changeOrganisationMemberRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisationId}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a member out
         * @description Needs `organisation:manage`: manage the organisation and its brands.
         */
        delete: operations["removeOrganisationMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisationId}/members/{userId}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a fresh invitation
         * @description Needs `organisation:manage`: manage the organisation and its brands.
         */
        post: operations["renewOrganisationInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisationId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log of the organisation, newest first
         * @description Needs `organisation:manage`: manage the organisation and its brands.
         */
        get: operations["listOrganisationAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisationId}/audit/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the whole chain of the organisation
         * @description Needs `organisation:manage`: manage the organisation and its brands.
         */
        get: operations["checkOrganisationAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisationId}/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole audit log of the organisation as CSV
         * @description text/csv, oldest first, hashes included.
         *
         *     Needs `organisation:manage`: manage the organisation and its brands.
         */
        get: operations["exportOrganisationAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The brand, and what the caller may do on it
         * @description Needs `brand:read`: see the brand.
         */
        get: operations["getBrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename the brand or move its zone
         * @description Needs `brand:manage`: change brand settings.
         */
        patch: operations["changeBrand"];
        trace?: never;
    };
    "/api/brands/{brandId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members
         * @description Needs `users:manage`: manage members.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Add or invite somebody
         * @description Needs `users:manage`: manage members.
         */
        post: operations["addMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/members/{userId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace a member’s roles
         * @description Needs `users:manage`: manage members.
         */
        put: operations["changeMemberRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a member out
         * @description Needs `users:manage`: manage members.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/members/{userId}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a fresh invitation
         * @description Needs `users:manage`: manage members.
         */
        post: operations["renewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Needs `keys:manage`: manage api keys.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description The token is shown this once.
         *
         *     Needs `keys:manage`: manage api keys.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take this brand away from an API key
         * @description Needs `keys:manage`: manage api keys.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log of the brand, newest first
         * @description Needs `audit:read`: read the audit log.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/audit/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the whole chain of the brand
         * @description Needs `audit:read`: read the audit log.
         */
        get: operations["checkAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole audit log of the brand as CSV
         * @description text/csv, oldest first, hashes included.
         *
         *     Needs `audit:read`: read the audit log.
         */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stores, projections, timers, callbacks, jobs
         * @description Needs `status:read`: see the system status.
         */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Long work, the newest first
         * @description Needs `status:read`: see the system status.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/jobs/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop long work
         * @description Needs `accounts:write`: manage official accounts.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what happens (server-sent events)
         * @description text/event-stream; `event: log` with `{ head, types }`.
         *
         *     Needs `insights:read`: see aggregates.
         */
        get: operations["followLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts/{contactId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a contact did and met, newest first
         * @description Needs `people:read`: see contacts (phones masked).
         */
        get: operations["contactTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts/{contactId}/timeline.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A contact’s timeline as CSV
         * @description text/csv, newest first.
         *
         *     Needs `people:export`: export contacts.
         */
        get: operations["exportTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/events/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened lately, newest first
         * @description Needs `people:read`: see contacts (phones masked).
         */
        get: operations["recentEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue of event types
         * @description Needs `brand:read`: see the brand.
         */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/events/unknown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Names of WeChat outside the catalogue, with counts
         * @description Needs `status:read`: see the system status.
         */
        get: operations["unknownEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contacts, newest first
         * @description Needs `people:read`: see contacts (phones masked).
         */
        get: operations["listContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count contacts
         * @description Needs `people:read`: see contacts (phones masked).
         */
        get: operations["countContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export contacts as CSV
         * @description Phones are masked. The export is written to the audit log.
         *
         *     Needs `people:export`: export contacts.
         */
        get: operations["exportContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/people/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fields, stages, sources and purposes, with their names
         * @description Needs `brand:read`: see the brand.
         */
        get: operations["peopleCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A contact
         * @description Needs `people:read`: see contacts (phones masked).
         */
        get: operations["getContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts/{contactId}/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The follower-information matrix of a contact
         * @description Needs `people:read`: see contacts (phones masked).
         */
        get: operations["getMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts/{contactId}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * State fields of the matrix
         * @description null takes a field away. A new phone joins the contact known by it.
         *
         *     Needs `people:write`: change contacts.
         */
        put: operations["setProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts/{contactId}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a sealed value
         * @description Written to the audit log with the reason.
         *
         *     Needs `people:reveal`: reveal personal data.
         */
        post: operations["revealValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts/{contactId}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bind an identity
         * @description Somebody else known by it becomes the same contact.
         *
         *     Needs `people:write`: change contacts.
         */
        post: operations["bindIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts/{contactId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge two contacts
         * @description Needs `people:write`: change contacts.
         */
        post: operations["mergeContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/merges/{mergeId}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a merge back
         * @description Needs `people:write`: change contacts.
         */
        post: operations["unmergeContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts/{contactId}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The consent ledger of a contact
         * @description Needs `people:read`: see contacts (phones masked).
         */
        get: operations["listConsents"];
        put?: never;
        /**
         * Record that consent was given or withdrawn
         * @description Needs `people:write`: change contacts.
         */
        post: operations["recordConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/consent-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The texts people agreed to
         * @description Needs `people:read`: see contacts (phones masked).
         */
        get: operations["listConsentTexts"];
        put?: never;
        /**
         * Publish a consent text
         * @description A published text never changes.
         *
         *     Needs `brand:manage`: change brand settings.
         */
        post: operations["publishConsentText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/imports/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The headings of a file to fill in
         * @description Needs `people:import`: import contacts.
         */
        get: operations["importTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a file of contacts
         * @description Writes nothing.
         *
         *     Needs `people:import`: import contacts.
         */
        post: operations["previewImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a previewed file
         * @description All of it or nothing; the same file twice changes nothing more.
         *
         *     Needs `people:import`: import contacts.
         */
        post: operations["commitImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/rights-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rights desk: open requests first
         * @description Needs `people:erase`: answer erase and access requests.
         */
        get: operations["listRightsRequests"];
        put?: never;
        /**
         * Start the clock of a request
         * @description Needs `people:erase`: answer erase and access requests.
         */
        post: operations["openRightsRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/rights-requests/{requestId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a request that was answered
         * @description An erasure closes by erasing.
         *
         *     Needs `people:erase`: answer erase and access requests.
         */
        post: operations["closeRightsRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts/{contactId}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A person’s copy of their data
         * @description JSON to take along, or a page to read. Written to the audit log.
         *
         *     Needs `people:erase`: answer erase and access requests.
         */
        get: operations["exportPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts/{contactId}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a person
         * @description For good. The answer says what was deleted in which table.
         *
         *     Needs `people:erase`: answer erase and access requests.
         */
        post: operations["eraseContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People by stage
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["countStages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/stages/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stage rules
         * @description Needs `brand:read`: see the brand.
         */
        get: operations["getStageRules"];
        /**
         * Change the stage rules
         * @description Everybody moves to where the new rules say, history included.
         *
         *     Needs `brand:manage`: change brand settings.
         */
        put: operations["changeStageRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags, own and WeChat’s
         * @description Needs `people:read`: see contacts (phones masked).
         */
        get: operations["listTags"];
        put?: never;
        /**
         * Make a tag
         * @description With an account it is made at WeChat too.
         *
         *     Needs `people:write`: change contacts.
         */
        post: operations["createTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/tags/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read an account’s tags from WeChat
         * @description Needs `people:write`: change contacts.
         */
        post: operations["syncTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/tags/{tagId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a tag everywhere
         * @description Needs `people:write`: change contacts.
         */
        delete: operations["deleteTag"];
        options?: never;
        head?: never;
        /**
         * Rename a tag
         * @description Needs `people:write`: change contacts.
         */
        patch: operations["renameTag"];
        trace?: never;
    };
    "/api/brands/{brandId}/tags/{tagId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a tag on contacts, or take it off
         * @description WeChat’s tags change there too, in batches of 50; people who do not follow that account are skipped.
         *
         *     Needs `people:write`: change contacts.
         */
        post: operations["tagContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long personal data is kept
         * @description Needs `brand:read`: see the brand.
         */
        get: operations["getRetention"];
        /**
         * Change how long personal data is kept
         * @description What is older goes in the next night, for good.
         *
         *     Needs `brand:manage`: change brand settings.
         */
        put: operations["changeRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List official accounts
         * @description Needs `accounts:read`: see official accounts.
         */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Connect an official account
         * @description Needs `accounts:write`: manage official accounts.
         */
        post: operations["connectAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/accounts/{assetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An official account
         * @description Needs `accounts:read`: see official accounts.
         */
        get: operations["readAccount"];
        put?: never;
        post?: never;
        /**
         * Disconnect an official account; its history stays
         * @description Needs `accounts:write`: manage official accounts.
         */
        delete: operations["disconnectAccount"];
        options?: never;
        head?: never;
        /**
         * Change an official account
         * @description Needs `accounts:write`: manage official accounts.
         */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/api/brands/{brandId}/accounts/{assetId}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what to enter in the WeChat console
         * @description Token and key are secrets: each look is audited.
         *
         *     Needs `accounts:write`: manage official accounts.
         */
        post: operations["revealCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/accounts/{assetId}/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last permission check
         * @description Needs `accounts:read`: see official accounts.
         */
        get: operations["readDoctor"];
        put?: never;
        /**
         * Check every permission the product needs
         * @description Needs `accounts:write`: manage official accounts.
         */
        post: operations["runDoctor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/accounts/{assetId}/syncs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How synchronisation stands
         * @description Needs `accounts:read`: see official accounts.
         */
        get: operations["listSyncs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/accounts/{assetId}/syncs/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a synchronisation
         * @description One that is under way is not started twice.
         *
         *     Needs `accounts:write`: manage official accounts.
         */
        post: operations["startSync"];
        /**
         * Stop a synchronisation; it can be started again
         * @description Needs `accounts:write`: manage official accounts.
         */
        delete: operations["cancelSync"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/menu-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Menus to start from
         * @description Needs `accounts:read`: see official accounts.
         */
        get: operations["listMenuTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/accounts/{assetId}/menu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The menu being edited, and what is missing from it
         * @description Needs `accounts:read`: see official accounts.
         */
        get: operations["readMenu"];
        /**
         * Save the menu without publishing it
         * @description Needs `accounts:write`: manage official accounts.
         */
        put: operations["saveMenu"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/accounts/{assetId}/menu/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the menu and read it back
         * @description Followers see it within five minutes.
         *
         *     Needs `accounts:write`: manage official accounts.
         */
        post: operations["publishMenu"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/accounts/{assetId}/menu/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The menu followers see now, and how the edited one differs
         * @description Needs `accounts:read`: see official accounts.
         */
        get: operations["readCurrentMenu"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/accounts/{assetId}/auto-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List auto-replies in the order in which they are tried
         * @description Needs `accounts:read`: see official accounts.
         */
        get: operations["listAutoReplies"];
        /**
         * Set the order of auto-replies
         * @description Needs `accounts:write`: manage official accounts.
         */
        put: operations["orderAutoReplies"];
        /**
         * Add an auto-reply
         * @description Needs `accounts:write`: manage official accounts.
         */
        post: operations["addAutoReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/accounts/{assetId}/auto-replies/{replyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change an auto-reply
         * @description Needs `accounts:write`: manage official accounts.
         */
        put: operations["changeAutoReply"];
        post?: never;
        /**
         * Delete an auto-reply
         * @description Needs `accounts:write`: manage official accounts.
         */
        delete: operations["deleteAutoReply"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/accounts/{assetId}/growth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * New and lost followers by day and source
         * @description Source: WeChat datacube getusersummary; `source` is its user_source code.
         *
         *     Needs `insights:read`: see aggregates.
         */
        get: operations["readGrowth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/accounts/{assetId}/cumulative": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Followers at the end of each day
         * @description Source: WeChat datacube getusercumulate.
         *
         *     Needs `insights:read`: see aggregates.
         */
        get: operations["readCumulative"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/accounts/{assetId}/datacube": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far WeChat’s figures reach
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["readDatacubeCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/recruitment/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kinds of channel, source groups and link placements with their names
         * @description Needs `recruitment:read`: see recruitment.
         */
        get: operations["recruitmentKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Channels, newest first
         * @description Needs `recruitment:read`: see recruitment.
         */
        get: operations["listChannels"];
        put?: never;
        /**
         * Create a channel and its QR code
         * @description Needs `recruitment:write`: manage recruitment.
         */
        post: operations["createChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/channels/{channelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One channel
         * @description Needs `recruitment:read`: see recruitment.
         */
        get: operations["readChannel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename, tag or archive a channel
         * @description Needs `recruitment:write`: manage recruitment.
         */
        patch: operations["changeChannel"];
        trace?: never;
    };
    "/api/brands/{brandId}/channels/{channelId}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The QR code as a picture
         * @description Needs `recruitment:read`: see recruitment.
         */
        get: operations["channelCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/recruitment/code-budget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Permanent QR codes used and left
         * @description Needs `recruitment:read`: see recruitment.
         */
        get: operations["codeBudget"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/recruitment/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follows, churn and cost by source group
         * @description Needs `recruitment:read`: see recruitment.
         */
        get: operations["sourceTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/recruitment/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follows and unfollows by source over time
         * @description Needs `recruitment:read`: see recruitment.
         */
        get: operations["sourceSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/recruitment/league": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Channels by new followers
         * @description Needs `recruitment:read`: see recruitment.
         */
        get: operations["leagueTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/recruitment/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How WeChat’s words are read as source groups
         * @description Needs `recruitment:read`: see recruitment.
         */
        get: operations["readSourceMapping"];
        /**
         * Change the mapping; all follows are read again
         * @description Needs `recruitment:write`: manage recruitment.
         */
        put: operations["changeSourceMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tracked links with their clicks
         * @description Needs `recruitment:read`: see recruitment.
         */
        get: operations["listLinks"];
        put?: never;
        /**
         * Create a tracked link
         * @description Needs `recruitment:write`: manage recruitment.
         */
        post: operations["createLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Retire a tracked link; its clicks stay
         * @description Needs `recruitment:write`: manage recruitment.
         */
        delete: operations["archiveLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/recruitment/domain-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep the MP_verify file WeChat asks for
         * @description Needs `accounts:write`: manage official accounts.
         */
        put: operations["saveDomainFile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/recruitment/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money spent on recruiting
         * @description For `finance:read` or `recruitment:write`.
         *
         *     Needs `recruitment:read`: see recruitment.
         */
        get: operations["listCosts"];
        put?: never;
        /**
         * Record a cost
         * @description Needs `recruitment:write`: manage recruitment.
         */
        post: operations["recordCost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/recruitment/costs/{costId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a cost entry
         * @description Needs `recruitment:write`: manage recruitment.
         */
        delete: operations["removeCost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Products, last changed first
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listProducts"];
        put?: never;
        /**
         * Add a product
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/products/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A product with its variants
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["readProduct"];
        /**
         * Change a product and its variants
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        put: operations["changeProduct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Categories in their order
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listCategories"];
        /**
         * Save all categories; those without an id are new
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        put: operations["saveCategories"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/price-bands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Price bands, and which are sold directly (L-19)
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listPriceBands"];
        /**
         * Save all price bands
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        put: operations["savePriceBands"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a picture (JPG, PNG or WebP, at most 2 MB)
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["keepPicture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/pictures/{pictureId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A product’s picture
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["readPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/storefronts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Storefronts and where they stand now (W-49)
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listStorefronts"];
        put?: never;
        /**
         * Begin a storefront, as a draft
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["createStorefront"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/storefronts/{storefrontId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A storefront
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["readStorefront"];
        /**
         * Change a storefront
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        put: operations["changeStorefront"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/storefronts/{storefrontId}/windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save the calendar: releases of a drop, the span of a pop-up, hours of a live room
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        put: operations["saveWindows"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/storefronts/{storefrontId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish, pause or archive a storefront
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["moveStorefront"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/storefronts/{storefrontId}/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What it sells, with what is left
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listListings"];
        /**
         * Save all it sells
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        put: operations["saveListings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/storefronts/{storefrontId}/sell-outs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long each window took to sell out (K-07, K-09)
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listSellOuts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stock pools
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listPools"];
        put?: never;
        /**
         * Add a stock pool
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["createPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/pools/{poolId}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is on hand, held and available
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/pools/{poolId}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ledger of a pool, newest first
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listMovements"];
        put?: never;
        /**
         * Receive, count or move units
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["moveStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/stock-differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where stock and its ledger disagree: nowhere, unless rows were changed by hand
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["checkStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A code that signs into the shop for looking around: it orders and keeps nothing
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        post: operations["previewShop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/storefronts/{storefrontId}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A release of a drop as it goes
         * @description Without windowId: the one that is on, else the next, else the last.
         *
         *     Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["watchDrop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/storefronts/{storefrontId}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Let people queue for a drop, or not
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        put: operations["saveQueue"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/storefronts/{storefrontId}/releases/{windowId}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify the log of a queue: in which order people came, were called and were decided
         * @description Reads the whole chain, checks every hash and seal, that places were numbered and called one after another, and that the orders are those of the log; says where it breaks first.
         *
         *     Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["verifyDropLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/coupon-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coupons on offer, newest first
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listCouponTemplates"];
        put?: never;
        /**
         * Offer a coupon; what it gives never changes
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["createCouponTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/coupon-reminder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How people hear of coupons that end soon; null: they do not
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["readCouponReminder"];
        /**
         * Remind whoever allowed it, once a coupon, days before it ends
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        put: operations["saveCouponReminder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/coupon-templates/{couponTemplateId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue no more; those people have stay good
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["endCouponTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/coupon-templates/{couponTemplateId}/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give somebody a coupon; who has it already keeps the one
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["issueCoupon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders found and sorted
         * @description Who does not see contacts finds them by their numbers only.
         *
         *     Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export orders as CSV, money in yuan to the fen
         * @description Whose they are stands in it for `people:export`, masked. The export is written to the audit log.
         *
         *     Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["exportOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An order with its lines, money and every step
         * @description The address is masked; it is null also for who does not see contacts.
         *
         *     Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["readOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders/{orderId}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where an order goes, unmasked; written to the audit log
         * @description Needs `people:reveal`: reveal personal data.
         */
        post: operations["revealOrderAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders/{orderId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an unpaid order; closed at WeChat Pay first, then its units go back on sale
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders/{orderId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give money back, by line and units; WeChat Pay is asked in the background
         * @description Needs `orders:refund`: refund orders.
         */
        post: operations["requestRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/carriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Carriers WeChat knows, the common ones first
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listCarriers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders/{orderId}/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ship a paid order, whole or in parts; WeChat is told in the background
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["shipOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders/{orderId}/parcels/{parcelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct the carrier or number of a parcel; WeChat takes one change
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        patch: operations["correctParcel"];
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders/{orderId}/shipping/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell WeChat again after a refusal
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["retryShippingUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders/{orderId}/receipt-reminder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * WeChat asks the buyer to confirm receipt, once an order
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["remindToConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/after-sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * After-sale cases; what changed last comes first
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listAfterSales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for the brand: orders to ship, refused uploads, cases by state, invoices
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["readDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/after-sale-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where goods go back to, and for how long what may be asked for
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["readAfterSaleSettings"];
        /**
         * Change them; cases on their way keep the end they have
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        put: operations["saveAfterSaleSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/after-sales/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A case with its lines and every step
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["readAfterSale"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/after-sales/{caseId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree or refuse; money for what does not come back goes at once
         * @description Without a note, goods go where the settings say.
         *
         *     Needs `orders:refund`: refund orders.
         */
        post: operations["decideAfterSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/after-sales/{caseId}/photos/{photoId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A photo sent with a case; written to the audit log
         * @description It may show who sent it, or where they live.
         *
         *     Needs `orders:refund`: refund orders.
         */
        get: operations["readAfterSalePhoto"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/after-sales/{caseId}/inspection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What came back was looked at: what can be sold again is on sale, the money goes
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["inspectAfterSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/after-sales/{caseId}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The replacement, or what was cared for, goes to whoever asked
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        post: operations["dispatchAfterSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/after-sales/{caseId}/refund-retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another try at a refund WeChat closed without paying
         * @description Needs `orders:refund`: refund orders.
         */
        post: operations["retryAfterSaleRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invoices buyers ask for; what changed last comes first
         * @description Names and e-mails are masked.
         *
         *     Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders/{orderId}/invoice/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whom an invoice is made out to, unmasked; written to the audit log
         * @description Needs `orders:refund`: refund orders.
         */
        post: operations["revealInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders/{orderId}/invoice/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The invoice is made out
         * @description Needs `orders:refund`: refund orders.
         */
        post: operations["issueInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders/{orderId}/invoice/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * No invoice, and why
         * @description Needs `orders:refund`: refund orders.
         */
        post: operations["refuseInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders/{orderId}/invoice/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invoice as it was uploaded
         * @description Needs `orders:refund`: refund orders.
         */
        get: operations["readInvoicePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/merchants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Merchants of WeChat Pay; the first takes new payments
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listMerchants"];
        put?: never;
        /**
         * Connect a merchant, or give it new keys, once WeChat Pay accepts them
         * @description Keys are stored sealed and never shown again.
         *
         *     Needs `brand:manage`: change brand settings.
         */
        post: operations["saveMerchant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/payment-alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What WeChat Pay said that does not fit our orders, newest first
         * @description Needs `finance:read`: see costs and settlements.
         */
        get: operations["listPaymentAlarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/payment-alarms/{alarmId}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody has looked at an alarm
         * @description Needs `finance:read`: see costs and settlements.
         */
        post: operations["markAlarmSeen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Days whose bills were compared, newest first
         * @description Needs `finance:read`: see costs and settlements.
         */
        get: operations["listBillDays"];
        put?: never;
        /**
         * Fetch a day’s bills now and compare them with our payments and refunds, to the fen
         * @description Needs `finance:read`: see costs and settlements.
         */
        post: operations["compareBills"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/bills/{merchantId}/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What does not agree on a day
         * @description Needs `finance:read`: see costs and settlements.
         */
        get: operations["readBillDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/bills/{merchantId}/{day}/differences.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What does not agree on a day, as CSV
         * @description Needs `finance:read`: see costs and settlements.
         */
        get: operations["billDifferencesCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/resale-watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may be buying to sell again, with the reasons
         * @description Places and phones are masked, and null for who does not see contacts.
         *
         *     Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listResaleSuspects"];
        /**
         * Say what to make of a place, phone or buyer
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        put: operations["markResaleSuspect"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/mini-programs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mini programs that sell
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listMiniPrograms"];
        put?: never;
        /**
         * Connect a mini program, or give it a new secret, once WeChat accepts it
         * @description The secret is stored sealed and never shown again.
         *
         *     Needs `brand:manage`: change brand settings.
         */
        post: operations["saveMiniProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/mini-programs/{miniProgramId}/push-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * URL, Token and EncodingAESKey for the message push of a mini program; written to the audit log
         * @description With these, WeChat tells of receipts and settlements; in safe mode, as JSON or XML.
         *
         *     Needs `brand:manage`: change brand settings.
         */
        post: operations["revealMiniProgramPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every report of the store, with its definitions
         * @description Those that show costs need `finance:read`.
         *
         *     Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listStoreReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/reports/{reportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A report of a period
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["readStoreReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/reports/{reportId}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A report as CSV, exact values
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["storeReportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/reports/{reportId}/behind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people or orders a figure counts
         * @description People need `people:read` besides.
         *
         *     Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["storeReportBehind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a code of WeChat
         * @description Open to anybody.
         */
        post: operations["shopSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/pictures/{pictureId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A product’s picture
         * @description Open to anybody.
         */
        get: operations["shopPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/storefronts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Storefronts, where the home page begins
         * @description Needs a shopper’s pass.
         */
        get: operations["shopStorefronts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/storefronts/{storefrontId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A storefront: whether it is open, what it sells
         * @description Needs a shopper’s pass.
         */
        get: operations["shopStorefront"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/storefronts/{storefrontId}/cart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The cart, as it was left
         * @description Needs a shopper’s pass.
         */
        get: operations["shopCart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/storefronts/{storefrontId}/cart/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set how many of a thing are in the cart; 0 takes it out
         * @description Needs a shopper’s pass.
         */
        put: operations["shopSetCartLine"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the cart, or these lines, cost
         * @description Needs a shopper’s pass.
         */
        post: operations["shopQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own orders, newest first
         * @description Needs a shopper’s pass.
         */
        get: operations["shopOrders"];
        put?: never;
        /**
         * Order: the units are held until it is paid or expires
         * @description The same Idempotency-Key with the same request is the same order, however often it is sent.
         *
         *     Needs a shopper’s pass.
         */
        post: operations["shopCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own order
         * @description Needs a shopper’s pass.
         */
        get: operations["shopOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/orders/{orderId}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What wx.requestPayment needs; the same payment each time
         * @description Needs a shopper’s pass.
         */
        post: operations["shopPay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/orders/{orderId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks WeChat Pay whether it is paid; the client’s own word proves nothing
         * @description Needs a shopper’s pass.
         */
        post: operations["shopConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/orders/{orderId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an unpaid order
         * @description Needs a shopper’s pass.
         */
        post: operations["shopCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own coupons
         * @description Needs a shopper’s pass.
         */
        get: operations["shopCoupons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/coupon-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coupons on offer that one has not taken
         * @description Needs a shopper’s pass.
         */
        get: operations["shopCouponOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/coupon-templates/{couponTemplateId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a coupon on offer into the wallet
         * @description Needs a shopper’s pass.
         */
        post: operations["shopClaimCoupon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/coupons/{couponId}/save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a coupon one was given into the wallet
         * @description Needs a shopper’s pass.
         */
        post: operations["shopSaveCoupon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/storefronts/{storefrontId}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The queue, and where one stands in it
         * @description Answered from memory, at most a second old; ask again after `askAgainIn`.
         *
         *     Needs a shopper’s pass.
         */
        get: operations["shopQueue"];
        put?: never;
        /**
         * Take a place; the same one each time
         * @description Who let a turn pass gets a new place at the end. The pass goes with the order.
         *
         *     Needs a shopper’s pass.
         */
        post: operations["shopTakePlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/message-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Templates for wx.requestSubscribeMessage, by their use; null: do not ask
         * @description Needs a shopper’s pass.
         */
        get: operations["shopMessageTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/message-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a shopper answered to wx.requestSubscribeMessage; an accept allows one message
         * @description Needs a shopper’s pass.
         */
        post: operations["shopMessageAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/storefronts/{storefrontId}/best-sellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Most bought here in 30 days, of what is on sale
         * @description Needs a shopper’s pass.
         */
        get: operations["shopBestSellers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a shopper did, in batches
         * @description A batch may be sent again until it is answered: each event counts once, by its id.
         *
         *     Needs a shopper’s pass.
         */
        post: operations["shopEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the brand knows about me
         * @description Sealed values are masked; the copy has them in full.
         *
         *     Needs a shopper’s pass.
         */
        get: operations["shopMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/me/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Correct what the brand knows
         * @description null takes a field away.
         *
         *     Needs a shopper’s pass.
         */
        put: operations["shopCorrectMe"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/me/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tell one’s telephone through WeChat’s button
         * @description WeChat has proved it: who is known by it already is the same person.
         *
         *     Needs a shopper’s pass.
         */
        put: operations["shopTellPhone"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/me/consents/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Agree to a purpose, or withdraw
         * @description Needs a shopper’s pass.
         */
        put: operations["shopConsent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/me/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything the brand knows about me, to take along
         * @description Photos by their names: each is read with its case.
         *
         *     Needs a shopper’s pass.
         */
        get: operations["shopCopyMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/me/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase me
         * @description For good. Passes end with it; who comes again is somebody new.
         *
         *     Needs a shopper’s pass.
         */
        post: operations["shopEraseMe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/orders/{orderId}/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The parcels of one’s own order
         * @description Needs a shopper’s pass.
         */
        get: operations["shopDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/orders/{orderId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm that everything has come; WeChat is asked where it keeps the order
         * @description Needs a shopper’s pass.
         */
        post: operations["shopConfirmReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/orders/{orderId}/after-sale-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What may be asked for, by line of one’s own order
         * @description Needs a shopper’s pass.
         */
        get: operations["shopAfterSaleOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/after-sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own cases; what changed last comes first
         * @description Needs a shopper’s pass.
         */
        get: operations["shopAfterSales"];
        put?: never;
        /**
         * Ask for money back, a return, an exchange or care
         * @description The same Idempotency-Key is the same case.
         *
         *     Needs a shopper’s pass.
         */
        post: operations["shopAskAfterSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/after-sales/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own case
         * @description Needs a shopper’s pass.
         */
        get: operations["shopAfterSale"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/after-sales/{caseId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw it, until the goods are on their way
         * @description Needs a shopper’s pass.
         */
        post: operations["shopWithdrawAfterSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/after-sales/{caseId}/waybill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The goods are on their way back
         * @description Needs a shopper’s pass.
         */
        post: operations["shopSendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/after-sales/{caseId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the brand sent has come
         * @description Needs a shopper’s pass.
         */
        post: operations["shopConfirmAfterSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/after-sales/{caseId}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what it looks like (JPG, PNG or WebP, at most 2 MB, 6 photos), until the brand has answered
         * @description The same photo again is the same.
         *
         *     Needs a shopper’s pass.
         */
        post: operations["shopAddPhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/after-sales/{caseId}/photos/{photoId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A photo one sent
         * @description Needs a shopper’s pass.
         */
        get: operations["shopPhoto"];
        put?: never;
        post?: never;
        /**
         * Take a photo back, until the brand has answered
         * @description Needs a shopper’s pass.
         */
        delete: operations["shopRemovePhoto"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/orders/{orderId}/invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of the invoice
         * @description Needs a shopper’s pass.
         */
        get: operations["shopInvoice"];
        /**
         * Ask for an invoice, or correct what was asked before it is issued
         * @description Needs a shopper’s pass.
         */
        put: operations["shopRequestInvoice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/orders/{orderId}/invoice/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for none after all
         * @description Needs a shopper’s pass.
         */
        post: operations["shopWithdrawInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/orders/{orderId}/invoice/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invoice itself
         * @description Needs a shopper’s pass.
         */
        get: operations["shopInvoicePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gifts, newest first (W-50)
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["listGifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/orders/{orderId}/gift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The gift an order is
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["readGift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/store/storefronts/{storefrontId}/gifting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a storefront gives
         * @description Needs `store:read`: see products, storefronts and stock.
         */
        get: operations["readGiftSettings"];
        /**
         * Say how a storefront gives; links on their way keep their end
         * @description Needs `store:write`: manage products, storefronts and stock.
         */
        put: operations["saveGiftSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/storefronts/{storefrontId}/gifting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether one may give here, what there is to say, how long a link waits
         * @description Needs a shopper’s pass.
         */
        get: operations["shopGifting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/orders/{orderId}/gift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A gift as its buyer sees it, with the link while it waits
         * @description Needs a shopper’s pass.
         */
        get: operations["shopGift"];
        /**
         * From whom an order is, and with what words
         * @description Of an order placed with forGift, until the link is opened. Words of one’s own are checked by WeChat.
         *
         *     Needs a shopper’s pass.
         */
        put: operations["shopSayWithGift"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/orders/{orderId}/gift/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another link, when the first went to the wrong person: that one opens nothing any more
         * @description Needs a shopper’s pass.
         */
        post: operations["shopRenewGiftLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/received-gifts/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a link
         * @description Needs a shopper’s pass.
         */
        post: operations["shopOpenGift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/received-gifts/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a gift and say where it goes; the first who does has it
         * @description The address serves this delivery alone. The same again changes nothing.
         *
         *     Needs a shopper’s pass.
         */
        post: operations["shopAcceptGift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/received-gifts/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do not accept a gift
         * @description Needs a shopper’s pass.
         */
        post: operations["shopRefuseGift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/received-gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gifts one accepted, newest first
         * @description Needs a shopper’s pass.
         */
        get: operations["shopReceivedGifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/received-gifts/{giftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A gift one accepted, and where its parcels are
         * @description Needs a shopper’s pass.
         */
        get: operations["shopReceivedGift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/received-gifts/{giftId}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Correct where it goes, until it has left
         * @description Needs a shopper’s pass.
         */
        put: operations["shopCorrectGiftAddress"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/received-gifts/{giftId}/thanks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Thank whoever gave it, once
         * @description Needs a shopper’s pass.
         */
        post: operations["shopThankForGift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/received-gifts/{giftId}/service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What may be asked for a gift that has come, and what was
         * @description Needs a shopper’s pass.
         */
        get: operations["shopGiftService"];
        put?: never;
        /**
         * Ask for an exchange or care
         * @description One at a time. The same Idempotency-Key is the same case. Money is the buyer’s affair.
         *
         *     Needs a shopper’s pass.
         */
        post: operations["shopAskGiftService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/received-gifts/{giftId}/service/{caseId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw it, until it is on its way
         * @description Needs a shopper’s pass.
         */
        post: operations["shopWithdrawGiftService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/received-gifts/{giftId}/service/{caseId}/waybill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It is on its way to the brand
         * @description Needs a shopper’s pass.
         */
        post: operations["shopSendBackGift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/received-gifts/{giftId}/service/{caseId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the brand sent has come
         * @description Needs a shopper’s pass.
         */
        post: operations["shopConfirmGiftService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/received-gifts/{giftId}/service/{caseId}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what it looks like, until the brand has answered
         * @description Needs a shopper’s pass.
         */
        post: operations["shopAddGiftPhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shop/{shopId}/received-gifts/{giftId}/service/{caseId}/photos/{photoId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A photo one sent
         * @description Needs a shopper’s pass.
         */
        get: operations["shopGiftPhoto"];
        put?: never;
        post?: never;
        /**
         * Take a photo back, until the brand has answered
         * @description Needs a shopper’s pass.
         */
        delete: operations["shopRemoveGiftPhoto"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/rule-schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The JSON Schema of rules
         * @description Needs `brand:read`: see the brand.
         */
        get: operations["segmentRuleSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count whom a rule describes
         * @description Closing the connection stops the counting. Head office cannot ask: two rules that differ by one person would tell of that person.
         *
         *     Needs `people:read`: see contacts (phones masked).
         */
        post: operations["previewSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/lists/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a list of people
         * @description Writes nothing.
         *
         *     Needs `people:import`: import contacts.
         */
        post: operations["previewSegmentList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a segment of a list that was checked
         * @description All of it or nothing: while a row is wrong nothing is made, unless `leaveOut` says to do without the wrong rows.
         *
         *     Needs `people:import`: import contacts.
         */
        post: operations["createSegmentList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Segments, newest first
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["listSegments"];
        put?: never;
        /**
         * Make a segment
         * @description A draft: it has members once it is published.
         *
         *     Needs `people:write`: change contacts.
         */
        post: operations["createSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/{segmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One segment, its rule also in words
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["readSegment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a segment, or change its rule
         * @description Members follow a new rule from the next publication on.
         *
         *     Needs `people:write`: change contacts.
         */
        patch: operations["changeSegment"];
        trace?: never;
    };
    "/api/brands/{brandId}/segments/{segmentId}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new draft with the same rule
         * @description Needs `people:write`: change contacts.
         */
        post: operations["duplicateSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/{segmentId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a segment out of use
         * @description Nobody is a member any more; its history stays.
         *
         *     Needs `people:write`: change contacts.
         */
        post: operations["archiveSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/{segmentId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the members what the rule says, and keep them so
         * @description Progress stands in the segment’s `job`.
         *
         *     Needs `people:write`: change contacts.
         */
        post: operations["publishSegment"];
        /**
         * Stop the publication under way
         * @description Members stay as they were.
         *
         *     Needs `people:write`: change contacts.
         */
        delete: operations["cancelPublishing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/{segmentId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Members, masked
         * @description Needs `people:read`: see contacts (phones masked).
         */
        get: operations["listSegmentMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/{segmentId}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Members by stage
         * @description With the brand’s conversions it says what the segment is worth (W-30).
         *
         *     Needs `insights:read`: see aggregates.
         */
        get: operations["segmentStages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/{segmentId}/overlaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live segments that share members with it
         * @description Needs `people:read`: see contacts (phones masked).
         */
        get: operations["segmentOverlaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/{segmentId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many members there were
         * @description Day by day; head office sees the ends of months.
         *
         *     Needs `insights:read`: see aggregates.
         */
        get: operations["segmentHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/{segmentId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Members as CSV
         * @description Phones masked. Writes a line to the audit log.
         *
         *     Needs `people:export`: export contacts.
         */
        get: operations["exportSegment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/{segmentId}/why/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why somebody is in a segment, or is not
         * @description Condition by condition, with the facts and times that decided it. Of a live segment the published rule is asked, of a draft its own.
         *
         *     Needs `people:read`: see contacts (phones masked).
         */
        get: operations["whyInSegment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/contacts/{contactId}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live segments a person is in
         * @description Needs `people:read`: see contacts (phones masked).
         */
        get: operations["contactSegments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/{segmentId}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * WeChat tags kept equal to a segment
         * @description Needs `people:read`: see contacts (phones masked).
         */
        get: operations["listSegmentTags"];
        put?: never;
        /**
         * Make a WeChat tag equal to a segment
         * @description Members who follow the account get the tag, everybody else loses it, 50 openids a call. Ask again to bring it up to date.
         *
         *     Needs `people:write`: change contacts.
         */
        post: operations["writeSegmentTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/segments/{segmentId}/tags/{tagId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Stop keeping a tag equal to a segment
         * @description Followers keep the tag at WeChat.
         *
         *     Needs `people:write`: change contacts.
         */
        delete: operations["forgetSegmentTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Names of content types, pool groups, audiences and elements (W-37, W-40), and the limits of an article
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["contentWords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles of the library, last changed first
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["listArticles"];
        put?: never;
        /**
         * Write an article
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["createArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/articles/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Topics in use
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["articleTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/articles/{articleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An article with its newest words, its findings and links
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["readArticle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Plan, pool, type, partner, archive: what is decided about an article; no new version
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        patch: operations["decideArticle"];
        trace?: never;
    };
    "/api/brands/{brandId}/articles/{articleId}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change what an article says: a new version, unless nothing changed
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        put: operations["changeArticleText"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/articles/{articleId}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Duplicate the newest version as an article of its own
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["copyArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/articles/{articleId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every save that changed something, newest first
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["listArticleVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/articles/{articleId}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed between two versions, word by word
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["diffArticle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the linter and WeChat’s filters say about a text, without saving it
         * @description Needs `pushes:read`: see articles and pushes.
         */
        post: operations["checkArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/covers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a cover (at most 2 MB)
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["keepCover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/covers/{coverId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A cover as a picture
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["readCover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a picture of a body to WeChat (under 1 MB); a card’s is 1080×864
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["uploadPicture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open approvals, the nearest deadline first
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["openApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/articles/{articleId}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was asked about an article, newest first
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["articleApprovals"];
        put?: never;
        /**
         * Put the newest version before the reviewers
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["requestApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/approvals/{approvalId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer for a region
         * @description Needs `pushes:approve`: approve articles and pushes.
         */
        post: operations["decideApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/approvals/{approvalId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a version back from the reviewers
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["withdrawApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/articles/{articleId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What colleagues said about an article
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["articleComments"];
        put?: never;
        /**
         * Say something about the newest version (who writes or approves)
         * @description Needs `pushes:read`: see articles and pushes.
         */
        post: operations["commentArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the brand approves articles
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["contentSettings"];
        /**
         * Change how the brand approves articles
         * @description Needs `pushes:approve`: approve articles and pushes.
         */
        put: operations["changeContentSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/pool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The sub-article pool as it stands now (W-37)
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["contentPool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/pool/fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles for slots 2..n: groups take turns, members never get "join the programme"
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["fillSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles, pushes, notes and festivals by day (L-05)
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["contentCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/calendar/quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Followers by the pushes they can still get this calendar month
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        get: operations["quotaLeft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/calendar/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write into a day
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["addCalendarNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/calendar/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a note out
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        delete: operations["removeCalendarNote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/linter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The six rules (W-41), their sources, and which are off
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["linterRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/linter/{rule}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch a rule
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        put: operations["switchLinterRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Content partners (L-06) with their articles and cost
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["contentPartners"];
        put?: never;
        /**
         * Add a content partner
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["createContentPartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/partners/{partnerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Archive a content partner; its articles keep it
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        delete: operations["archiveContentPartner"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/drafts/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read all drafts at WeChat (a job with progress)
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["lookAtDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Drafts at WeChat beside our articles, what needs a choice first
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["listDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/drafts/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * From our newest version to what WeChat has; null for a draft that is no article of ours
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["draftDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/articles/{articleId}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where an article lies as a draft
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["articleDrafts"];
        put?: never;
        /**
         * Write our newest version to WeChat: a new draft, or over the one it belongs to
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["sendDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/content/drafts/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take what WeChat has: a new version of our article, or a new article
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["takeDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pushes, newest first
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["listPushes"];
        put?: never;
        /**
         * Record a push
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["createPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A push with its articles, calls and counts
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["readPush"];
        /**
         * Change a draft
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        put: operations["changePush"];
        post?: never;
        /**
         * Delete a draft
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        delete: operations["deletePush"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who a push would reach, who is taken out why, and what it takes to send it
         * @description Counts and checks; freezes nothing. For the hour it is scheduled at, `at`, or now.
         *
         *     Needs `pushes:read`: see articles and pushes.
         */
        post: operations["planPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a push did: by variant, article and link placement
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["readPushResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/why/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why somebody is in a push, or not: the facts and times that decided it
         * @description Needs `people:read`: see contacts (phones masked).
         */
        get: operations["whyInPush"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a draft, now or at an hour; where the brand wants approval, ask for it
         * @description Every check that would stop it is answered with 409 before anything is frozen; `data.findings` has all of them.
         *
         *     Needs `pushes:send`: send pushes.
         */
        post: operations["sendPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a push that somebody else submitted
         * @description Needs `pushes:approve`: approve articles and pushes.
         */
        post: operations["approvePush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a push back to its author, with the reason
         * @description Needs `pushes:approve`: approve articles and pushes.
         */
        post: operations["returnPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a push that waits for approval or its hour a draft again
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["takePushBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make no further call until it goes on
         * @description Needs `pushes:send`: send pushes.
         */
        post: operations["pausePush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with a paused push
         * @description Needs `pushes:send`: send pushes.
         */
        post: operations["resumePush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a sending: cancelled before its first call, else sent as far as it got
         * @description Needs `pushes:send`: send pushes.
         */
        post: operations["stopPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a variant to one account as it would look (100 a day)
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["previewPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/calls/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask WeChat how the calls stand that it has not reported on
         * @description SENDING for long, to everybody, usually means that an administrator of the account has not confirmed yet (mass-send protection, 30 minutes).
         *
         *     Needs `pushes:read`: see articles and pushes.
         */
        post: operations["askPushCalls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/delete-sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have WeChat delete the articles of a sent push
         * @description The card stays with who got it and opens a page that says so. Goes on where the day’s allowance stopped it.
         *
         *     Needs `pushes:send`: send pushes.
         */
        post: operations["deleteSentPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/push-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the brand works with pushes
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["readPushSettings"];
        /**
         * Change how the brand works with pushes
         * @description Needs `brand:manage`: change brand settings.
         */
        put: operations["changePushSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a push cost and brought: boutique visits and orders by last touch
         * @description The cost, and what is computed from it, for `finance:read` or `pushes:write`.
         *
         *     Needs `pushes:read`: see articles and pushes.
         */
        get: operations["readPushSales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/cost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * State what a push cost
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        put: operations["changePushCost"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/global-holdouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The global holdout and those before it, newest first
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["listGlobalHoldouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/global-holdouts/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hold a share of all followers out of every push
         * @description Plans count them as `global_holdout`. Each change begins a new time of its own in the results.
         *
         *     Needs `brand:manage`: change brand settings.
         */
        put: operations["changeGlobalHoldout"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/global-holdouts/{holdoutId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What those held out did, against all others
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["readGlobalHoldout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/experiments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List experiments, newest first
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["listExperiments"];
        put?: never;
        /**
         * Ask a question of a push before it is frozen
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["createExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/experiments/{experimentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An experiment with its verdict, valid at every look
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["readExperiment"];
        /**
         * Change an experiment before its push is frozen
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        put: operations["changeExperiment"];
        post?: never;
        /**
         * Delete an experiment before its push is frozen
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        delete: operations["deleteExperiment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/experiments/{experimentId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an experiment with what is known now
         * @description Needs `pushes:write`: prepare articles and pushes.
         */
        post: operations["stopExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/experiments/power": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How many people a test needs, and what so many can show
         * @description Needs `pushes:read`: see articles and pushes.
         */
        post: operations["calculatePower"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/experiments/library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What all experiments say, by element
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["experimentLibrary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/experiments/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be tested, and by which metrics
         * @description Needs `pushes:read`: see articles and pushes.
         */
        get: operations["experimentChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every figure there is, with its definition
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["insightCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All figures of a period
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["insightFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/figures/{metric}/behind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a figure counts
         * @description People need `people:read` besides.
         *
         *     Needs `insights:read`: see aggregates.
         */
        get: operations["insightBehind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/figures/{metric}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One figure as CSV, exact values
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["insightFigureCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The report as a page to read and print
         * @description Head office gets no count of people under ten, nor one such a count could be computed from.
         *
         *     Needs `insights:read`: see aggregates.
         */
        get: operations["insightReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The report as PDF
         * @description Head office gets no count of people under ten, nor one such a count could be computed from. 409 pdf_unavailable where no Chromium is installed.
         *
         *     Needs `insights:read`: see aggregates.
         */
        get: operations["insightReportPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/report/abilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the report can be had as
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["insightReportAbilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notes on charts
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["listAnnotations"];
        put?: never;
        /**
         * Note what happened on a day
         * @description Needs `insights:write`: change insights (notes, benchmarks, plans).
         */
        post: operations["addAnnotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/annotations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a note
         * @description Needs `insights:write`: change insights (notes, benchmarks, plans).
         */
        delete: operations["removeAnnotation"];
        options?: never;
        head?: never;
        /**
         * Change a note
         * @description Needs `insights:write`: change insights (notes, benchmarks, plans).
         */
        patch: operations["changeAnnotation"];
        trace?: never;
    };
    "/api/brands/{brandId}/insights/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Settings of the figures
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["insightSettings"];
        /**
         * Change the settings of the figures
         * @description Needs `insights:write`: change insights (notes, benchmarks, plans).
         */
        put: operations["changeInsightSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/benchmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Benchmarks
         * @description The brand’s own first, then the published ones. Definitions changed between editions: show the edition with the value.
         *
         *     Needs `insights:read`: see aggregates.
         */
        get: operations["listBenchmarks"];
        put?: never;
        /**
         * Add a benchmark
         * @description Needs `insights:write`: change insights (notes, benchmarks, plans).
         */
        post: operations["addBenchmark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/benchmarks/{benchmarkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an own benchmark
         * @description Needs `insights:write`: change insights (notes, benchmarks, plans).
         */
        delete: operations["removeBenchmark"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/panel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The brand’s accounts side by side
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["insightPanel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/panel/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which accounts there are to compare
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["insightPanelAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/plan-presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Examples to start a plan from
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["listPlanPresets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/plans/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a plan comes to, with nothing saved
         * @description Needs `insights:read`: see aggregates.
         */
        post: operations["previewPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Saved plans
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["listPlans"];
        put?: never;
        /**
         * Save a plan
         * @description Needs `insights:write`: change insights (notes, benchmarks, plans).
         */
        post: operations["createPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/plans/{planId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One plan
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["getPlan"];
        /**
         * Change a plan
         * @description Answers 409 `plan_changed` unless `version` is the present one.
         *
         *     Needs `insights:write`: change insights (notes, benchmarks, plans).
         */
        put: operations["changePlan"];
        post?: never;
        /**
         * Remove a plan
         * @description Needs `insights:write`: change insights (notes, benchmarks, plans).
         */
        delete: operations["removePlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/plans/{planId}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plan against actual, week by week
         * @description For head office up to the last whole month, and without weeks in which under ten people came or left.
         *
         *     Needs `insights:read`: see aggregates.
         */
        get: operations["planProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/content-lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What articles of each content type (L-04) and of content partners (L-06) achieved beside the others
         * @description Not for who sees aggregates only: a few pushes would tell of a few people.
         *
         *     Needs `insights:read`: see aggregates.
         */
        get: operations["contentLift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/segment-value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Segment value on the brand’s own stages
         * @description For head office stages of few people are suppressed, and then everything of money with them.
         *
         *     Needs `insights:read`: see aggregates.
         */
        get: operations["segmentValue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/segment-value/example": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The worked example of the study
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["segmentValueExample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/segment-value/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Segment value of given numbers, with nothing saved
         * @description Needs `insights:read`: see aggregates.
         */
        post: operations["previewSegmentValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/segment-value/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Purchases and conversions as the brand states them
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["segmentValueSettings"];
        /**
         * State purchases and conversions
         * @description Needs `insights:write`: change insights (notes, benchmarks, plans).
         */
        put: operations["changeSegmentValueSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/report/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The report by e-mail
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["reportSchedule"];
        /**
         * Change the report by e-mail
         * @description Needs `insights:write`: change insights (notes, benchmarks, plans).
         */
        put: operations["changeReportSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/report/schedule/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail the report of the month before to the recipients now
         * @description They get it even when the schedule has sent it to them.
         *
         *     Needs `insights:write`: change insights (notes, benchmarks, plans).
         */
        post: operations["sendReportNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/report/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reports that were mailed
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["reportDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{organisationId}/insights/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organisation’s brands side by side
         * @description Needs `insights:read`: see aggregates.
         */
        get: operations["insightBrands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/insights/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The figures beside the sandbox’s ledger, as compared last
         * @description Only in a demo.
         *
         *     Needs `brand:manage`: change brand settings.
         */
        get: operations["latestProof"];
        put?: never;
        /**
         * Compare the figures with the sandbox’s ledger
         * @description Only in a demo whose history is loaded. One at a time.
         *
         *     Needs `brand:manage`: change brand settings.
         */
        post: operations["startProof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An error */
        Error: {
            error: {
                /** @description Stable; decide by this, never by the message. */
                code: string;
                /** @description A sentence for people, in the caller’s language. */
                message: string;
                /** @description The field or parameter that is wrong, as a path: `items.0.name`. */
                field?: string;
                data?: {
                    [key: string]: unknown;
                };
                /** @description The same id stands in the server’s log. */
                requestId: string;
            };
        };
    };
    responses: {
        /** @description Not possible as asked: `error.code` says why */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Failed on the server */
        Failed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: string;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            language: "zh" | "en";
                        };
                        /** @description Send as `x-qingniao-csrf` with every POST, PUT, PATCH and DELETE. */
                        csrf: string;
                        organisations: {
                            id: string;
                            name: string;
                            permissions: ("brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "store:read" | "store:write" | "orders:refund" | "finance:read" | "organisation:manage" | "known" | "self")[];
                        }[];
                        brands: {
                            id: number;
                            organisationId: string;
                            organisationName: string;
                            name: string;
                            zone: string;
                            demo: boolean;
                            roles: ("organisation_admin" | "owner" | "marketer" | "approver" | "analyst" | "associate" | "head_office" | "finance" | "viewer")[];
                            permissions: ("brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "store:read" | "store:write" | "orders:refund" | "finance:read" | "organisation:manage" | "known" | "self")[];
                        }[];
                        /**
                         * Format: date-time
                         * @description Product time, which in a demo is the sandbox’s
                         */
                        now: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeOwnUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    language?: "zh" | "en";
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            seenAt: string;
                            address: string;
                            agent: string;
                            current: boolean;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mail: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    inspectPasswordLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        link: {
                            email: string;
                            name: string;
                            /** @enum {string} */
                            purpose: "invitation" | "reset";
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    redeemPasswordLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    getSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        needed: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    organisation: string;
                    brand: string;
                    owner: {
                        /** Format: email */
                        email: string;
                        name: string;
                        password: string;
                        /** @enum {string} */
                        language: "zh" | "en";
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listBrands: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            organisationId: string;
                            name: string;
                            zone: string;
                            demo: boolean;
                            permissions: ("brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "store:read" | "store:write" | "orders:refund" | "finance:read" | "organisation:manage" | "known" | "self")[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        roles: {
                            /** @enum {string} */
                            role: "organisation_admin" | "owner" | "marketer" | "approver" | "analyst" | "associate" | "head_office" | "finance" | "viewer";
                            name: {
                                zh: string;
                                en: string;
                            };
                            permissions: ("brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "store:read" | "store:write" | "orders:refund" | "finance:read" | "organisation:manage" | "known" | "self")[];
                        }[];
                        permissions: {
                            /** @enum {string} */
                            permission: "brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "store:read" | "store:write" | "orders:refund" | "finance:read" | "organisation:manage" | "known" | "self";
                            name: {
                                zh: string;
                                en: string;
                            };
                            forKeys: boolean;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listOrganisationBrands: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            organisationId: string;
                            name: string;
                            zone: string;
                            demo: boolean;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description IANA time zone; days and months are cut by it. */
                    zone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        organisationId: string;
                        name: string;
                        zone: string;
                        demo: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listOrganisationMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            language: "zh" | "en";
                            roles: {
                                /** @enum {string} */
                                role: "organisation_admin" | "owner" | "marketer" | "approver" | "analyst" | "associate" | "head_office" | "finance" | "viewer";
                                region: string | null;
                            }[];
                            organisationRoles: {
                                /** @enum {string} */
                                role: "organisation_admin" | "owner" | "marketer" | "approver" | "analyst" | "associate" | "head_office" | "finance" | "viewer";
                                region: string | null;
                            }[];
                            invited: boolean;
                            lastSignInAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    addOrganisationMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    name: string;
                    /** @enum {string} */
                    language: "zh" | "en";
                    roles: {
                        /** @enum {string} */
                        role: "organisation_admin" | "owner" | "marketer" | "approver" | "analyst" | "associate" | "head_office" | "finance" | "viewer";
                        region: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        userId: string;
                        mailed: boolean;
                        link: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeOrganisationMemberRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Organisation */
                organisationId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: {
                        /** @enum {string} */
                        role: "organisation_admin" | "owner" | "marketer" | "approver" | "analyst" | "associate" | "head_office" | "finance" | "viewer";
                        region: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    removeOrganisationMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Organisation */
                organisationId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    renewOrganisationInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Organisation */
                organisationId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        userId: string;
                        mailed: boolean;
                        link: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listOrganisationAuditEntries: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description An action or its first part: `member` finds `member.added`. */
                action?: string;
                actorId?: string;
            };
            header?: never;
            path: {
                /** @description Organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            seq: number;
                            /** Format: date-time */
                            at: string;
                            actorKind: string;
                            actorId: string;
                            actorName: string;
                            action: string;
                            subject: string;
                            before: unknown;
                            after: unknown;
                            hash: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    checkOrganisationAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        whole: boolean;
                        entries: number;
                        brokenAt: number | null;
                        lastHash: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    exportOrganisationAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    getBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        organisationId: string;
                        name: string;
                        zone: string;
                        demo: boolean;
                        permissions: ("brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "store:read" | "store:write" | "orders:refund" | "finance:read" | "organisation:manage" | "known" | "self")[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description IANA time zone; days and months are cut by it. */
                    zone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        organisationId: string;
                        name: string;
                        zone: string;
                        demo: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            language: "zh" | "en";
                            roles: {
                                /** @enum {string} */
                                role: "organisation_admin" | "owner" | "marketer" | "approver" | "analyst" | "associate" | "head_office" | "finance" | "viewer";
                                region: string | null;
                            }[];
                            organisationRoles: {
                                /** @enum {string} */
                                role: "organisation_admin" | "owner" | "marketer" | "approver" | "analyst" | "associate" | "head_office" | "finance" | "viewer";
                                region: string | null;
                            }[];
                            invited: boolean;
                            lastSignInAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    addMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    name: string;
                    /** @enum {string} */
                    language: "zh" | "en";
                    roles: {
                        /** @enum {string} */
                        role: "organisation_admin" | "owner" | "marketer" | "approver" | "analyst" | "associate" | "head_office" | "finance" | "viewer";
                        region: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        userId: string;
                        mailed: boolean;
                        link: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeMemberRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: {
                        /** @enum {string} */
                        role: "organisation_admin" | "owner" | "marketer" | "approver" | "analyst" | "associate" | "head_office" | "finance" | "viewer";
                        region: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    renewInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        userId: string;
                        mailed: boolean;
                        link: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            prefix: string;
                            permissions: ("brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "store:read" | "store:write" | "orders:refund" | "finance:read" | "organisation:manage" | "known" | "self")[];
                            brandCount: number;
                            createdByName: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            expiresAt: string | null;
                            lastUsedAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    permissions: ("brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "store:read" | "store:write" | "orders:refund" | "finance:read" | "organisation:manage" | "known" | "self")[];
                    /**
                     * @description Besides this brand; the maker must hold the same permissions there.
                     * @default []
                     */
                    otherBrandIds?: number[];
                    expiresAt: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        prefix: string;
                        token: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description An action or its first part: `member` finds `member.added`. */
                action?: string;
                actorId?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            seq: number;
                            /** Format: date-time */
                            at: string;
                            actorKind: string;
                            actorId: string;
                            actorName: string;
                            action: string;
                            subject: string;
                            before: unknown;
                            after: unknown;
                            hash: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    checkAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        whole: boolean;
                        entries: number;
                        brokenAt: number | null;
                        lastHash: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    exportAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: string;
                        /** Format: date-time */
                        startedAt: string;
                        /** Format: date-time */
                        now: string;
                        /** @description The clock follows a sandbox. */
                        simulatedTime: boolean;
                        stores: {
                            database: {
                                /** @enum {string} */
                                mode: "embedded" | "external";
                                reachable: boolean;
                                version: string | null;
                                sizeBytes: number | null;
                                restarts: number;
                                warning: {
                                    zh: string;
                                    en: string;
                                } | null;
                                error: string | null;
                            };
                            warehouse: {
                                /** @enum {string} */
                                mode: "embedded" | "external";
                                reachable: boolean;
                                version: string | null;
                                sizeBytes: number | null;
                                restarts: number;
                                warning: {
                                    zh: string;
                                    en: string;
                                } | null;
                                error: string | null;
                            };
                        };
                        projections: {
                            name: string;
                            cursor: number;
                            head: number;
                            behind: number;
                            error: string | null;
                        }[];
                        timers: {
                            waiting: number;
                            nextDue: string | null;
                            failing: {
                                name: string;
                                count: number;
                                error: string;
                            }[];
                        };
                        callbacks: {
                            lastAt: string | null;
                            days: {
                                assetId: string;
                                day: string;
                                outcome: string;
                                count: number;
                                /** Format: date-time */
                                lastAt: string;
                            }[];
                        };
                        jobs: {
                            id: string;
                            kind: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            done: number;
                            total: number | null;
                            lastError: {
                                zh: string;
                                en: string;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            kind: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            done: number;
                            total: number | null;
                            lastError: {
                                zh: string;
                                en: string;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    followLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    contactTimeline: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Event types, separated by commas; all without it */
                types?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            type: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            actor: "person" | "platform" | "brand";
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            receivedAt: string;
                            assetId: string | null;
                            identityId: number | null;
                            props: {
                                [key: string]: unknown;
                            };
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    exportTimeline: {
        parameters: {
            query?: {
                /** @description Event types, separated by commas; all without it */
                types?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    recentEvents: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Event types, separated by commas; all without it */
                types?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            type: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            actor: "person" | "platform" | "brand";
                            /** Format: date-time */
                            at: string;
                            assetId: string | null;
                            identityId: number | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            type: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            actor: "person" | "platform" | "brand";
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    unknownEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            kind: string;
                            name: string;
                            count: number;
                            /** Format: date-time */
                            lastAt: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                stage?: ("lead" | "prospect" | "new" | "recurring")[];
                source?: ("qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown")[];
                channel?: string;
                /** @description Carries all of these */
                tag?: string[];
                subscribed?: boolean;
                /** @description The account `subscribed` is about; default any */
                asset?: string;
                /** @description Latest follow at or after */
                followedFrom?: string;
                /** @description Latest follow before */
                followedTo?: string;
                /** @description Last active at or after */
                activeFrom?: string;
                /** @description Last active before */
                activeTo?: string;
                /** @description Beginning of a name or remark, or a whole phone number, openid, unionid or member number */
                q?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            name: string | null;
                            phone: string | null;
                            /** @enum {string} */
                            stage: "lead" | "prospect" | "new" | "recurring";
                            subscribed: boolean;
                            followedAt: string | null;
                            unfollowedAt: string | null;
                            /** @enum {string} */
                            source: "qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown";
                            channelId: string | null;
                            tags: string[];
                            /**
                             * Format: date-time
                             * @description Observed since
                             */
                            firstSeenAt: string;
                            lastActiveAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    countContacts: {
        parameters: {
            query?: {
                stage?: ("lead" | "prospect" | "new" | "recurring")[];
                source?: ("qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown")[];
                channel?: string;
                /** @description Carries all of these */
                tag?: string[];
                subscribed?: boolean;
                /** @description The account `subscribed` is about; default any */
                asset?: string;
                /** @description Latest follow at or after */
                followedFrom?: string;
                /** @description Latest follow before */
                followedTo?: string;
                /** @description Last active at or after */
                activeFrom?: string;
                /** @description Last active before */
                activeTo?: string;
                /** @description Beginning of a name or remark, or a whole phone number, openid, unionid or member number */
                q?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    exportContacts: {
        parameters: {
            query?: {
                stage?: ("lead" | "prospect" | "new" | "recurring")[];
                source?: ("qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown")[];
                channel?: string;
                /** @description Carries all of these */
                tag?: string[];
                subscribed?: boolean;
                /** @description The account `subscribed` is about; default any */
                asset?: string;
                /** @description Latest follow at or after */
                followedFrom?: string;
                /** @description Latest follow before */
                followedTo?: string;
                /** @description Last active at or after */
                activeFrom?: string;
                /** @description Last active before */
                activeTo?: string;
                /** @description Beginning of a name or remark, or a whole phone number, openid, unionid or member number */
                q?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    peopleCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fields: unknown;
                        groups: unknown;
                        stages: unknown;
                        sources: unknown;
                        purposes: unknown;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string | null;
                        phone: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        firstSeenAt: string;
                        lastActiveAt: string | null;
                        erasedAt: string | null;
                        /** @enum {string} */
                        stage: "lead" | "prospect" | "new" | "recurring";
                        /** Format: date-time */
                        stageSince: string;
                        tags: string[];
                        identities: {
                            id: number;
                            kind: string;
                            assetId: string | null;
                            /** @description Masked */
                            value: string;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        followers: {
                            identityId: number;
                            assetId: string;
                            subscribed: boolean;
                            subscribedAt: string | null;
                            unsubscribedAt: string | null;
                            subscribeScene: string | null;
                            qrScene: string | null;
                            /** @enum {string} */
                            source: "qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown";
                            channelId: string | null;
                            wechatTags: number[];
                            syncedAt: string | null;
                        }[];
                        follows: {
                            identityId: number;
                            assetId: string;
                            /** Format: date-time */
                            followedAt: string;
                            unfollowedAt: string | null;
                            /** @description False: learnt from a synchronisation */
                            observed: boolean;
                            subscribeScene: string | null;
                            qrScene: string | null;
                            /** @enum {string} */
                            source: "qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown";
                            channelId: string | null;
                        }[];
                        stageMoves: {
                            /** Format: date-time */
                            at: string;
                            from: ("lead" | "prospect" | "new" | "recurring") | null;
                            /** @enum {string} */
                            to: "lead" | "prospect" | "new" | "recurring";
                        }[];
                        merges: {
                            id: string;
                            identityId: number;
                            otherId: number;
                            reason: string;
                            note: string | null;
                            /** Format: date-time */
                            mergedAt: string;
                            mergedBy: string;
                            unmergedAt: string | null;
                            unmergedBy: string | null;
                        }[];
                        consents: {
                            id: string;
                            purpose: string;
                            given: boolean;
                            textVersion: string;
                            channel: string;
                            /** Format: date-time */
                            at: string;
                            proof: string | null;
                            by: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    getMatrix: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        stage: "lead" | "prospect" | "new" | "recurring";
                        completeness: {
                            filled: number;
                            calledFor: number;
                            percent: number;
                        };
                        groups: {
                            /** @enum {string} */
                            key: "identity" | "taste" | "purchase_interest" | "purchase_trigger" | "benefits";
                            fields: {
                                /** @enum {string} */
                                key: "name" | "gender" | "city" | "source" | "phone" | "email" | "birthday" | "birth_year" | "language" | "remark" | "asset_interests" | "content_interests" | "product_interests" | "campaign_interests" | "purchase_occasion" | "budget" | "channel_interest" | "loyalty_programme" | "trigger_personal_occasion" | "anniversary" | "trigger_reason" | "benefit_tangible" | "benefit_emotional";
                                value: (string | string[]) | null;
                                masked: boolean;
                                source: string | null;
                                at: string | null;
                                purpose: string | null;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    setProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    values: {
                        [key: string]: (string | string[]) | null;
                    };
                    /** @enum {string} */
                    source?: "staff" | "form";
                    purpose?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contactId: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    revealValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    field: "phone" | "email" | "birthday";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        value: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    bindIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "phone" | "member_no" | "external_id";
                    value: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contactId: number;
                        mergeId: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    mergeContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    otherId: number;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contactId: number;
                        mergeId: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    unmergeContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                mergeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One when another merge still joins them */
                        contactIds: number[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            purpose: string;
                            given: boolean;
                            textVersion: string;
                            channel: string;
                            /** Format: date-time */
                            at: string;
                            proof: string | null;
                            by: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    recordConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    purpose: string;
                    given: boolean;
                    textVersion: string;
                    /** @enum {string} */
                    channel: "h5" | "mini_program" | "boutique" | "phone" | "other";
                    proof?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        purpose: string;
                        given: boolean;
                        textVersion: string;
                        channel: string;
                        /** Format: date-time */
                        at: string;
                        proof: string | null;
                        by: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listConsentTexts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            purpose: string;
                            version: string;
                            zh: string;
                            en: string;
                            /** Format: date-time */
                            publishedAt: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    publishConsentText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    purpose: "marketing" | "profiling" | "sms" | "profile" | "sensitive" | "sharing" | "transfer_abroad";
                    version: string;
                    zh: string;
                    en: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        purpose: string;
                        version: string;
                        zh: string;
                        en: string;
                        /** Format: date-time */
                        publishedAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    importTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    previewImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The file, UTF-8, headings in the first line */
                    csv: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Name it in the commit */
                        digest: string;
                        columns: {
                            name: string;
                            known: boolean;
                        }[];
                        rows: number;
                        /** @description Whom the rows are about: fewer where rows share a phone or a number */
                        people: number;
                        /** @description People the brand knows already */
                        known: number;
                        errors: ({
                            line: number;
                            column: string | null;
                        } & {
                            zh: string;
                            en: string;
                        })[];
                        moreErrors: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    commitImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The file, UTF-8, headings in the first line */
                    csv: string;
                    digest: string;
                    /**
                     * @description Version of the text the people agreed to
                     * @default import
                     */
                    consentText?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: number;
                        contacts: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listRightsRequests: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            contactId: number;
                            /** @enum {string} */
                            kind: "access" | "correction" | "erasure" | "objection";
                            /** Format: date-time */
                            openedAt: string;
                            /** Format: date-time */
                            dueAt: string;
                            closedAt: string | null;
                            closedBy: string | null;
                            report: unknown;
                        }[];
                        nextCursor: string | null;
                        /** @description Requests still to be answered, on all pages */
                        open: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    openRightsRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contactId: number;
                    /** @enum {string} */
                    kind: "access" | "correction" | "erasure" | "objection";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        contactId: number;
                        /** @enum {string} */
                        kind: "access" | "correction" | "erasure" | "objection";
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        dueAt: string;
                        closedAt: string | null;
                        closedBy: string | null;
                        report: unknown;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    closeRightsRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    exportPerson: {
        parameters: {
            query: {
                format: "json" | "html";
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "text/html": string;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    eraseContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The contact’s number, typed again */
                    confirm: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requestId: string;
                        contactId: number;
                        /** Format: date-time */
                        at: string;
                        tables: {
                            table: string;
                            rows: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    countStages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lead: number | null;
                        prospect: number | null;
                        new: number | null;
                        recurring: number | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    getStageRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 0: the defaults */
                        version: number;
                        rules: {
                            /** @description Any one puts a person in the stage */
                            prospect: {
                                id: string;
                                events: string[];
                                /** @description Events that take one back, as a refund does an order */
                                minus?: string[];
                                where?: {
                                    [key: string]: (string | number | boolean)[];
                                };
                                atLeast: number;
                            }[];
                            /** @description Any one puts a person in the stage */
                            new: {
                                id: string;
                                events: string[];
                                /** @description Events that take one back, as a refund does an order */
                                minus?: string[];
                                where?: {
                                    [key: string]: (string | number | boolean)[];
                                };
                                atLeast: number;
                            }[];
                            /** @description Any one puts a person in the stage */
                            recurring: {
                                id: string;
                                events: string[];
                                /** @description Events that take one back, as a refund does an order */
                                minus?: string[];
                                where?: {
                                    [key: string]: (string | number | boolean)[];
                                };
                                atLeast: number;
                            }[];
                        };
                        createdAt: string | null;
                        createdBy: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeStageRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rules: {
                        /** @description Any one puts a person in the stage */
                        prospect: {
                            id: string;
                            events: string[];
                            /** @description Events that take one back, as a refund does an order */
                            minus?: string[];
                            where?: {
                                [key: string]: (string | number | boolean)[];
                            };
                            atLeast: number;
                        }[];
                        /** @description Any one puts a person in the stage */
                        new: {
                            id: string;
                            events: string[];
                            /** @description Events that take one back, as a refund does an order */
                            minus?: string[];
                            where?: {
                                [key: string]: (string | number | boolean)[];
                            };
                            atLeast: number;
                        }[];
                        /** @description Any one puts a person in the stage */
                        recurring: {
                            id: string;
                            events: string[];
                            /** @description Events that take one back, as a refund does an order */
                            minus?: string[];
                            where?: {
                                [key: string]: (string | number | boolean)[];
                            };
                            atLeast: number;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 0: the defaults */
                        version: number;
                        rules: {
                            /** @description Any one puts a person in the stage */
                            prospect: {
                                id: string;
                                events: string[];
                                /** @description Events that take one back, as a refund does an order */
                                minus?: string[];
                                where?: {
                                    [key: string]: (string | number | boolean)[];
                                };
                                atLeast: number;
                            }[];
                            /** @description Any one puts a person in the stage */
                            new: {
                                id: string;
                                events: string[];
                                /** @description Events that take one back, as a refund does an order */
                                minus?: string[];
                                where?: {
                                    [key: string]: (string | number | boolean)[];
                                };
                                atLeast: number;
                            }[];
                            /** @description Any one puts a person in the stage */
                            recurring: {
                                id: string;
                                events: string[];
                                /** @description Events that take one back, as a refund does an order */
                                minus?: string[];
                                where?: {
                                    [key: string]: (string | number | boolean)[];
                                };
                                atLeast: number;
                            }[];
                        };
                        createdAt: string | null;
                        createdBy: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            assetId: string | null;
                            wechatId: number | null;
                            people: number;
                            atWechat: number | null;
                            syncedAt: string | null;
                            conflict: ("missing_at_wechat" | "same_name") | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    assetId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    syncTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assetId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            assetId: string | null;
                            wechatId: number | null;
                            people: number;
                            atWechat: number | null;
                            syncedAt: string | null;
                            conflict: ("missing_at_wechat" | "same_name") | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    deleteTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                tagId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    renameTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                tagId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    tagContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                tagId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contactIds: number[];
                    add: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                        skipped: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    getRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        wordsMonths: number | null;
                        leaversMonths: number | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    wordsMonths: number | null;
                    leaversMonths: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        wordsMonths: number | null;
                        leaversMonths: number | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "service" | "subscription";
                            name: string;
                            appid: string;
                            originalId: string | null;
                            /**
                             * @description How WeChat encrypts its pushes
                             * @enum {string}
                             */
                            mode: "plain" | "compat" | "safe";
                            relayUrl: string | null;
                            /**
                             * @description Which article calls of datacube the platform answers
                             * @enum {string}
                             */
                            datacubeProfile: "current" | "retired";
                            /** @enum {string} */
                            state: "connected" | "disconnected";
                            /** Format: date-time */
                            observedSince: string;
                            /** Format: date-time */
                            connectedAt: string;
                            disconnectedAt: string | null;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    connectAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "service" | "subscription";
                    name: string;
                    appid: string;
                    secret: string;
                    originalId?: string | null;
                    /**
                     * @description How WeChat encrypts its pushes
                     * @enum {string}
                     */
                    mode?: "plain" | "compat" | "safe";
                    /** @description 3 to 32 letters and digits */
                    token?: string;
                    /** @description 43 letters and digits */
                    aesKey?: string;
                    relayUrl?: string | null;
                    /**
                     * @description Which article calls of datacube the platform answers
                     * @enum {string}
                     */
                    datacubeProfile?: "current" | "retired";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            id: string;
                            /** @enum {string} */
                            kind: "service" | "subscription";
                            name: string;
                            appid: string;
                            originalId: string | null;
                            /**
                             * @description How WeChat encrypts its pushes
                             * @enum {string}
                             */
                            mode: "plain" | "compat" | "safe";
                            relayUrl: string | null;
                            /**
                             * @description Which article calls of datacube the platform answers
                             * @enum {string}
                             */
                            datacubeProfile: "current" | "retired";
                            /** @enum {string} */
                            state: "connected" | "disconnected";
                            /** Format: date-time */
                            observedSince: string;
                            /** Format: date-time */
                            connectedAt: string;
                            disconnectedAt: string | null;
                        };
                        /** @description To be entered under Basic configuration, Server configuration in the WeChat console */
                        callback: {
                            url: string;
                            token: string;
                            aesKey: string;
                            /**
                             * @description How WeChat encrypts its pushes
                             * @enum {string}
                             */
                            mode: "plain" | "compat" | "safe";
                        };
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "service" | "subscription";
                        name: string;
                        appid: string;
                        originalId: string | null;
                        /**
                         * @description How WeChat encrypts its pushes
                         * @enum {string}
                         */
                        mode: "plain" | "compat" | "safe";
                        relayUrl: string | null;
                        /**
                         * @description Which article calls of datacube the platform answers
                         * @enum {string}
                         */
                        datacubeProfile: "current" | "retired";
                        /** @enum {string} */
                        state: "connected" | "disconnected";
                        /** Format: date-time */
                        observedSince: string;
                        /** Format: date-time */
                        connectedAt: string;
                        disconnectedAt: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    disconnectAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    originalId?: string | null;
                    secret?: string;
                    /**
                     * @description How WeChat encrypts its pushes
                     * @enum {string}
                     */
                    mode?: "plain" | "compat" | "safe";
                    /** @description 3 to 32 letters and digits */
                    token?: string;
                    /** @description 43 letters and digits */
                    aesKey?: string;
                    relayUrl?: string | null;
                    /**
                     * @description Which article calls of datacube the platform answers
                     * @enum {string}
                     */
                    datacubeProfile?: "current" | "retired";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "service" | "subscription";
                        name: string;
                        appid: string;
                        originalId: string | null;
                        /**
                         * @description How WeChat encrypts its pushes
                         * @enum {string}
                         */
                        mode: "plain" | "compat" | "safe";
                        relayUrl: string | null;
                        /**
                         * @description Which article calls of datacube the platform answers
                         * @enum {string}
                         */
                        datacubeProfile: "current" | "retired";
                        /** @enum {string} */
                        state: "connected" | "disconnected";
                        /** Format: date-time */
                        observedSince: string;
                        /** Format: date-time */
                        connectedAt: string;
                        disconnectedAt: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    revealCallback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To be entered under Basic configuration, Server configuration in the WeChat console */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        token: string;
                        aesKey: string;
                        /**
                         * @description How WeChat encrypts its pushes
                         * @enum {string}
                         */
                        mode: "plain" | "compat" | "safe";
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readDoctor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        healthy: boolean;
                        checks: {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            state: "ok" | "failed" | "warning" | "manual" | "not_applicable" | "blocked";
                            text: {
                                zh: string;
                                en: string;
                            };
                            errcode: number | null;
                        }[];
                        /** @description Callbacks of the last seven days by outcome */
                        callbacks: {
                            [key: string]: number;
                        };
                    } | null;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    runDoctor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        healthy: boolean;
                        checks: {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            state: "ok" | "failed" | "warning" | "manual" | "not_applicable" | "blocked";
                            text: {
                                zh: string;
                                en: string;
                            };
                            errcode: number | null;
                        }[];
                        /** @description Callbacks of the last seven days by outcome */
                        callbacks: {
                            [key: string]: number;
                        };
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listSyncs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "sync-followers" | "sync-tags" | "sync-menu" | "sync-comments" | "backfill-datacube";
                            name: {
                                zh: string;
                                en: string;
                            };
                            jobId: string | null;
                            state: ("queued" | "running" | "done" | "failed" | "cancelled") | null;
                            done: number;
                            total: number | null;
                            lastError: {
                                zh: string;
                                en: string;
                            } | null;
                            startedAt: string | null;
                            finishedAt: string | null;
                            resumesAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    startSync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
                kind: "sync-followers" | "sync-tags" | "sync-menu" | "sync-comments" | "backfill-datacube";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        jobId: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    cancelSync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
                kind: "sync-followers" | "sync-tags" | "sync-menu" | "sync-comments" | "backfill-datacube";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listMenuTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            about: {
                                zh: string;
                                en: string;
                            };
                            columns: {
                                name: string;
                                type: ("click" | "view" | "miniprogram" | "scancode_push" | "scancode_waitmsg" | "pic_sysphoto" | "pic_photo_or_album" | "pic_weixin" | "location_select" | "media_id" | "article_id" | "article_view_limited") | null;
                                category: ("brand" | "ecommerce" | "crm") | null;
                                key?: string | null;
                                url?: string | null;
                                mediaId?: string | null;
                                articleId?: string | null;
                                appid?: string | null;
                                pagepath?: string | null;
                                items: {
                                    name: string;
                                    type: ("click" | "view" | "miniprogram" | "scancode_push" | "scancode_waitmsg" | "pic_sysphoto" | "pic_photo_or_album" | "pic_weixin" | "location_select" | "media_id" | "article_id" | "article_view_limited") | null;
                                    category: ("brand" | "ecommerce" | "crm") | null;
                                    key?: string | null;
                                    url?: string | null;
                                    mediaId?: string | null;
                                    articleId?: string | null;
                                    appid?: string | null;
                                    pagepath?: string | null;
                                }[];
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readMenu: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            name: string;
                            type: ("click" | "view" | "miniprogram" | "scancode_push" | "scancode_waitmsg" | "pic_sysphoto" | "pic_photo_or_album" | "pic_weixin" | "location_select" | "media_id" | "article_id" | "article_view_limited") | null;
                            category: ("brand" | "ecommerce" | "crm") | null;
                            key?: string | null;
                            url?: string | null;
                            mediaId?: string | null;
                            articleId?: string | null;
                            appid?: string | null;
                            pagepath?: string | null;
                            items: {
                                name: string;
                                type: ("click" | "view" | "miniprogram" | "scancode_push" | "scancode_waitmsg" | "pic_sysphoto" | "pic_photo_or_album" | "pic_weixin" | "location_select" | "media_id" | "article_id" | "article_view_limited") | null;
                                category: ("brand" | "ecommerce" | "crm") | null;
                                key?: string | null;
                                url?: string | null;
                                mediaId?: string | null;
                                articleId?: string | null;
                                appid?: string | null;
                                pagepath?: string | null;
                            }[];
                        }[];
                        savedAt: string | null;
                        publishedAt: string | null;
                        /** @description Edited since it was published */
                        changed: boolean;
                        gaps: {
                            code: string;
                            at: string | null;
                            text: {
                                zh: string;
                                en: string;
                            };
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    saveMenu: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    columns: {
                        name: string;
                        type: ("click" | "view" | "miniprogram" | "scancode_push" | "scancode_waitmsg" | "pic_sysphoto" | "pic_photo_or_album" | "pic_weixin" | "location_select" | "media_id" | "article_id" | "article_view_limited") | null;
                        category: ("brand" | "ecommerce" | "crm") | null;
                        key?: string | null;
                        url?: string | null;
                        mediaId?: string | null;
                        articleId?: string | null;
                        appid?: string | null;
                        pagepath?: string | null;
                        items: {
                            name: string;
                            type: ("click" | "view" | "miniprogram" | "scancode_push" | "scancode_waitmsg" | "pic_sysphoto" | "pic_photo_or_album" | "pic_weixin" | "location_select" | "media_id" | "article_id" | "article_view_limited") | null;
                            category: ("brand" | "ecommerce" | "crm") | null;
                            key?: string | null;
                            url?: string | null;
                            mediaId?: string | null;
                            articleId?: string | null;
                            appid?: string | null;
                            pagepath?: string | null;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            name: string;
                            type: ("click" | "view" | "miniprogram" | "scancode_push" | "scancode_waitmsg" | "pic_sysphoto" | "pic_photo_or_album" | "pic_weixin" | "location_select" | "media_id" | "article_id" | "article_view_limited") | null;
                            category: ("brand" | "ecommerce" | "crm") | null;
                            key?: string | null;
                            url?: string | null;
                            mediaId?: string | null;
                            articleId?: string | null;
                            appid?: string | null;
                            pagepath?: string | null;
                            items: {
                                name: string;
                                type: ("click" | "view" | "miniprogram" | "scancode_push" | "scancode_waitmsg" | "pic_sysphoto" | "pic_photo_or_album" | "pic_weixin" | "location_select" | "media_id" | "article_id" | "article_view_limited") | null;
                                category: ("brand" | "ecommerce" | "crm") | null;
                                key?: string | null;
                                url?: string | null;
                                mediaId?: string | null;
                                articleId?: string | null;
                                appid?: string | null;
                                pagepath?: string | null;
                            }[];
                        }[];
                        savedAt: string | null;
                        publishedAt: string | null;
                        /** @description Edited since it was published */
                        changed: boolean;
                        gaps: {
                            code: string;
                            at: string | null;
                            text: {
                                zh: string;
                                en: string;
                            };
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    publishMenu: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        publishedAt: string;
                        differences: {
                            at: string;
                            ours: {
                                [key: string]: unknown;
                            } | null;
                            theirs: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readCurrentMenu: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            name: string;
                            type: ("click" | "view" | "miniprogram" | "scancode_push" | "scancode_waitmsg" | "pic_sysphoto" | "pic_photo_or_album" | "pic_weixin" | "location_select" | "media_id" | "article_id" | "article_view_limited") | null;
                            category: ("brand" | "ecommerce" | "crm") | null;
                            key?: string | null;
                            url?: string | null;
                            mediaId?: string | null;
                            articleId?: string | null;
                            appid?: string | null;
                            pagepath?: string | null;
                            items: {
                                name: string;
                                type: ("click" | "view" | "miniprogram" | "scancode_push" | "scancode_waitmsg" | "pic_sysphoto" | "pic_photo_or_album" | "pic_weixin" | "location_select" | "media_id" | "article_id" | "article_view_limited") | null;
                                category: ("brand" | "ecommerce" | "crm") | null;
                                key?: string | null;
                                url?: string | null;
                                mediaId?: string | null;
                                articleId?: string | null;
                                appid?: string | null;
                                pagepath?: string | null;
                            }[];
                        }[];
                        differences: {
                            at: string;
                            ours: {
                                [key: string]: unknown;
                            } | null;
                            theirs: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listAutoReplies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            assetId: string;
                            /**
                             * @description A follow, a text, a tap on a menu item that sends a reply, any other message
                             * @enum {string}
                             */
                            trigger: "welcome" | "keyword" | "menu" | "default";
                            /** @description Keywords, or menu keys */
                            words: string[];
                            /** @enum {string} */
                            match: "exact" | "contains";
                            reply: {
                                /** @enum {string} */
                                type: "text";
                                content: string;
                            } | {
                                /** @enum {string} */
                                type: "image";
                                mediaId: string;
                            } | {
                                /** @enum {string} */
                                type: "voice";
                                mediaId: string;
                            } | {
                                /** @enum {string} */
                                type: "video";
                                mediaId: string;
                                title?: string;
                                description?: string;
                            } | {
                                /** @enum {string} */
                                type: "music";
                                thumbMediaId: string;
                                title?: string;
                                description?: string;
                                musicUrl?: string;
                                hqMusicUrl?: string;
                            } | {
                                /** @enum {string} */
                                type: "news";
                                articles: {
                                    title: string;
                                    description?: string;
                                    picUrl?: string;
                                    url: string;
                                }[];
                            } | {
                                /** @enum {string} */
                                type: "transfer_customer_service";
                                kfAccount?: string;
                            };
                            enabled: boolean;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    orderAutoReplies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            assetId: string;
                            /**
                             * @description A follow, a text, a tap on a menu item that sends a reply, any other message
                             * @enum {string}
                             */
                            trigger: "welcome" | "keyword" | "menu" | "default";
                            /** @description Keywords, or menu keys */
                            words: string[];
                            /** @enum {string} */
                            match: "exact" | "contains";
                            reply: {
                                /** @enum {string} */
                                type: "text";
                                content: string;
                            } | {
                                /** @enum {string} */
                                type: "image";
                                mediaId: string;
                            } | {
                                /** @enum {string} */
                                type: "voice";
                                mediaId: string;
                            } | {
                                /** @enum {string} */
                                type: "video";
                                mediaId: string;
                                title?: string;
                                description?: string;
                            } | {
                                /** @enum {string} */
                                type: "music";
                                thumbMediaId: string;
                                title?: string;
                                description?: string;
                                musicUrl?: string;
                                hqMusicUrl?: string;
                            } | {
                                /** @enum {string} */
                                type: "news";
                                articles: {
                                    title: string;
                                    description?: string;
                                    picUrl?: string;
                                    url: string;
                                }[];
                            } | {
                                /** @enum {string} */
                                type: "transfer_customer_service";
                                kfAccount?: string;
                            };
                            enabled: boolean;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    addAutoReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description A follow, a text, a tap on a menu item that sends a reply, any other message
                     * @enum {string}
                     */
                    trigger: "welcome" | "keyword" | "menu" | "default";
                    /** @description Keywords, or menu keys */
                    words: string[];
                    /** @enum {string} */
                    match: "exact" | "contains";
                    reply: {
                        /** @enum {string} */
                        type: "text";
                        content: string;
                    } | {
                        /** @enum {string} */
                        type: "image";
                        mediaId: string;
                    } | {
                        /** @enum {string} */
                        type: "voice";
                        mediaId: string;
                    } | {
                        /** @enum {string} */
                        type: "video";
                        mediaId: string;
                        title?: string;
                        description?: string;
                    } | {
                        /** @enum {string} */
                        type: "music";
                        thumbMediaId: string;
                        title?: string;
                        description?: string;
                        musicUrl?: string;
                        hqMusicUrl?: string;
                    } | {
                        /** @enum {string} */
                        type: "news";
                        articles: {
                            title: string;
                            description?: string;
                            picUrl?: string;
                            url: string;
                        }[];
                    } | {
                        /** @enum {string} */
                        type: "transfer_customer_service";
                        kfAccount?: string;
                    };
                    enabled: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        assetId: string;
                        /**
                         * @description A follow, a text, a tap on a menu item that sends a reply, any other message
                         * @enum {string}
                         */
                        trigger: "welcome" | "keyword" | "menu" | "default";
                        /** @description Keywords, or menu keys */
                        words: string[];
                        /** @enum {string} */
                        match: "exact" | "contains";
                        reply: {
                            /** @enum {string} */
                            type: "text";
                            content: string;
                        } | {
                            /** @enum {string} */
                            type: "image";
                            mediaId: string;
                        } | {
                            /** @enum {string} */
                            type: "voice";
                            mediaId: string;
                        } | {
                            /** @enum {string} */
                            type: "video";
                            mediaId: string;
                            title?: string;
                            description?: string;
                        } | {
                            /** @enum {string} */
                            type: "music";
                            thumbMediaId: string;
                            title?: string;
                            description?: string;
                            musicUrl?: string;
                            hqMusicUrl?: string;
                        } | {
                            /** @enum {string} */
                            type: "news";
                            articles: {
                                title: string;
                                description?: string;
                                picUrl?: string;
                                url: string;
                            }[];
                        } | {
                            /** @enum {string} */
                            type: "transfer_customer_service";
                            kfAccount?: string;
                        };
                        enabled: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeAutoReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
                replyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description A follow, a text, a tap on a menu item that sends a reply, any other message
                     * @enum {string}
                     */
                    trigger: "welcome" | "keyword" | "menu" | "default";
                    /** @description Keywords, or menu keys */
                    words: string[];
                    /** @enum {string} */
                    match: "exact" | "contains";
                    reply: {
                        /** @enum {string} */
                        type: "text";
                        content: string;
                    } | {
                        /** @enum {string} */
                        type: "image";
                        mediaId: string;
                    } | {
                        /** @enum {string} */
                        type: "voice";
                        mediaId: string;
                    } | {
                        /** @enum {string} */
                        type: "video";
                        mediaId: string;
                        title?: string;
                        description?: string;
                    } | {
                        /** @enum {string} */
                        type: "music";
                        thumbMediaId: string;
                        title?: string;
                        description?: string;
                        musicUrl?: string;
                        hqMusicUrl?: string;
                    } | {
                        /** @enum {string} */
                        type: "news";
                        articles: {
                            title: string;
                            description?: string;
                            picUrl?: string;
                            url: string;
                        }[];
                    } | {
                        /** @enum {string} */
                        type: "transfer_customer_service";
                        kfAccount?: string;
                    };
                    enabled: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        assetId: string;
                        /**
                         * @description A follow, a text, a tap on a menu item that sends a reply, any other message
                         * @enum {string}
                         */
                        trigger: "welcome" | "keyword" | "menu" | "default";
                        /** @description Keywords, or menu keys */
                        words: string[];
                        /** @enum {string} */
                        match: "exact" | "contains";
                        reply: {
                            /** @enum {string} */
                            type: "text";
                            content: string;
                        } | {
                            /** @enum {string} */
                            type: "image";
                            mediaId: string;
                        } | {
                            /** @enum {string} */
                            type: "voice";
                            mediaId: string;
                        } | {
                            /** @enum {string} */
                            type: "video";
                            mediaId: string;
                            title?: string;
                            description?: string;
                        } | {
                            /** @enum {string} */
                            type: "music";
                            thumbMediaId: string;
                            title?: string;
                            description?: string;
                            musicUrl?: string;
                            hqMusicUrl?: string;
                        } | {
                            /** @enum {string} */
                            type: "news";
                            articles: {
                                title: string;
                                description?: string;
                                picUrl?: string;
                                url: string;
                            }[];
                        } | {
                            /** @enum {string} */
                            type: "transfer_customer_service";
                            kfAccount?: string;
                        };
                        enabled: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    deleteAutoReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
                replyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readGrowth: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date */
                            day: string;
                            source: number;
                            followed: number;
                            unfollowed: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readCumulative: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date */
                            day: string;
                            followers: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readDatacubeCoverage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                assetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            call: string;
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                            /** @description Days WeChat called late */
                            delayed: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    recruitmentKinds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            [key: string]: {
                                zh: string;
                                en: string;
                            };
                        };
                        groups: {
                            [key: string]: {
                                zh: string;
                                en: string;
                            };
                        };
                        placements: {
                            [key: string]: {
                                zh: string;
                                en: string;
                            };
                        };
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listChannels: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description store, associate, campaign, kol, red_brand_search, weibo_post, sms, ads, search or other */
                kind?: "store" | "associate" | "campaign" | "kol" | "red_brand_search" | "weibo_post" | "sms" | "ads" | "search" | "other";
                text?: string;
                archived?: boolean;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            assetId: string;
                            /**
                             * @description store, associate, campaign, kol, red_brand_search, weibo_post, sms, ads, search or other
                             * @enum {string}
                             */
                            kind: "store" | "associate" | "campaign" | "kol" | "red_brand_search" | "weibo_post" | "sms" | "ads" | "search" | "other";
                            name: string;
                            note: string;
                            scene: string | null;
                            permanent: boolean;
                            url: string | null;
                            expiresAt: string | null;
                            tags: string[];
                            /** Format: date-time */
                            createdAt: string;
                            archivedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assetId: string;
                    /**
                     * @description store, associate, campaign, kol, red_brand_search, weibo_post, sms, ads, search or other
                     * @enum {string}
                     */
                    kind: "store" | "associate" | "campaign" | "kol" | "red_brand_search" | "weibo_post" | "sms" | "ads" | "search" | "other";
                    name: string;
                    note?: string;
                    code?: ("permanent" | "temporary") | null;
                    /** @description The brand’s own tags, added to whoever scans */
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        assetId: string;
                        /**
                         * @description store, associate, campaign, kol, red_brand_search, weibo_post, sms, ads, search or other
                         * @enum {string}
                         */
                        kind: "store" | "associate" | "campaign" | "kol" | "red_brand_search" | "weibo_post" | "sms" | "ads" | "search" | "other";
                        name: string;
                        note: string;
                        scene: string | null;
                        permanent: boolean;
                        url: string | null;
                        expiresAt: string | null;
                        tags: string[];
                        /** Format: date-time */
                        createdAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        assetId: string;
                        /**
                         * @description store, associate, campaign, kol, red_brand_search, weibo_post, sms, ads, search or other
                         * @enum {string}
                         */
                        kind: "store" | "associate" | "campaign" | "kol" | "red_brand_search" | "weibo_post" | "sms" | "ads" | "search" | "other";
                        name: string;
                        note: string;
                        scene: string | null;
                        permanent: boolean;
                        url: string | null;
                        expiresAt: string | null;
                        tags: string[];
                        /** Format: date-time */
                        createdAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                channelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    note?: string;
                    /** @description The brand’s own tags, added to whoever scans */
                    tags?: string[];
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        assetId: string;
                        /**
                         * @description store, associate, campaign, kol, red_brand_search, weibo_post, sms, ads, search or other
                         * @enum {string}
                         */
                        kind: "store" | "associate" | "campaign" | "kol" | "red_brand_search" | "weibo_post" | "sms" | "ads" | "search" | "other";
                        name: string;
                        note: string;
                        scene: string | null;
                        permanent: boolean;
                        url: string | null;
                        expiresAt: string | null;
                        tags: string[];
                        /** Format: date-time */
                        createdAt: string;
                        archivedAt: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    channelCode: {
        parameters: {
            query: {
                format: "svg" | "png";
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    codeBudget: {
        parameters: {
            query: {
                assetId: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        used: number;
                        left: number;
                        limit: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    sourceTable: {
        parameters: {
            query: {
                from: string;
                to: string;
                assetId?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            group: "qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown";
                            follows: number | null;
                            /**
                             * @description Not shown to head office: under ten people, or a count such a one could be computed from
                             * @enum {string}
                             */
                            suppressed?: "small" | "complement";
                            share: number | null;
                            percent: number | null;
                            gone: number | null;
                            cohortChurn: number | null;
                            unfollows: number | null;
                            averageFollowers: number | null;
                            periodChurn: number | null;
                            spentFen: number;
                            costPerFollow: number | null;
                            costPerKept: number | null;
                        }[];
                        /** @description False: the caller may not see money; `spentFen` is then 0 and the costs are null */
                        costs: boolean;
                        observedSince: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    sourceSeries: {
        parameters: {
            query: {
                from: string;
                to: string;
                assetId?: string;
                by: "day" | "month";
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            bucket: string;
                            /** @enum {string} */
                            group: "qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown";
                            follows: number | null;
                            unfollows: number | null;
                            net: number | null;
                            /**
                             * @description Not shown to head office: under ten people, or a count such a one could be computed from
                             * @enum {string}
                             */
                            suppressed?: "small" | "complement";
                            /** @description False: from datacube, before the account was connected */
                            observed: boolean;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    leagueTable: {
        parameters: {
            query: {
                from: string;
                to: string;
                assetId?: string;
                /** @description store, associate, campaign, kol, red_brand_search, weibo_post, sms, ads, search or other */
                kind?: "store" | "associate" | "campaign" | "kol" | "red_brand_search" | "weibo_post" | "sms" | "ads" | "search" | "other";
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            channelId: string;
                            name: string;
                            /**
                             * @description store, associate, campaign, kol, red_brand_search, weibo_post, sms, ads, search or other
                             * @enum {string}
                             */
                            kind: "store" | "associate" | "campaign" | "kol" | "red_brand_search" | "weibo_post" | "sms" | "ads" | "search" | "other";
                            note: string;
                            follows: number | null;
                            kept: number | null;
                            scans: number | null;
                            /**
                             * @description Not shown to head office: under ten people, or a count such a one could be computed from
                             * @enum {string}
                             */
                            suppressed?: "small" | "complement";
                            spentFen: number;
                            costPerFollow: number | null;
                            costPerKept: number | null;
                        }[];
                        /** @description False: the caller may not see money; `spentFen` is then 0 and the costs are null */
                        costs: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readSourceMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 0 while the defaults apply */
                        version: number;
                        createdAt: string | null;
                        createdBy: string | null;
                        scenes: {
                            scene: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            group: "qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown";
                            /** @description datacube user_source numbers of this scene */
                            datacubeSources: number[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeSourceMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scenes: {
                        [key: string]: "qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown";
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 0 while the defaults apply */
                        version: number;
                        createdAt: string | null;
                        createdBy: string | null;
                        scenes: {
                            scene: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            group: "qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown";
                            /** @description datacube user_source numbers of this scene */
                            datacubeSources: number[];
                        }[];
                        changedFollows: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listLinks: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            code: string;
                            url: string | null;
                            path: string | null;
                            assetId: string;
                            title: string;
                            target: string;
                            /** @enum {string} */
                            placement: "read_more" | "mp_card" | "inline_link" | "image_link" | "qr" | "menu";
                            channelId: string | null;
                            pushId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            archivedAt: string | null;
                            people: number;
                            identified: number;
                            anonymous: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assetId: string;
                    title: string;
                    /** @description A web address, or `<appid>/<path>` of a mini program */
                    target: string;
                    /** @enum {string} */
                    placement: "read_more" | "mp_card" | "inline_link" | "image_link" | "qr" | "menu";
                    channelId?: string | null;
                    pushId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        code: string;
                        url: string | null;
                        path: string | null;
                        assetId: string;
                        title: string;
                        target: string;
                        /** @enum {string} */
                        placement: "read_more" | "mp_card" | "inline_link" | "image_link" | "qr" | "menu";
                        channelId: string | null;
                        pushId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        archivedAt: string | null;
                        people: number;
                        identified: number;
                        anonymous: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    archiveLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    saveDomainFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    content: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listCosts: {
        parameters: {
            query: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            channelId: string | null;
                            channelName: string | null;
                            sourceGroup: ("qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown") | null;
                            /** Format: date */
                            day: string;
                            fen: number;
                            note: string;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    recordCost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channelId: string | null;
                    sourceGroup: ("qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown") | null;
                    /** Format: date */
                    day: string;
                    fen: number;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    removeCost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                costId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                state?: "draft" | "active" | "archived";
                categoryId?: string;
                /** @description Part of its name, or of the name or code of a variant */
                text?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            story: string;
                            categoryId: string | null;
                            vendor: string | null;
                            exclusive: boolean;
                            crossBorder: {
                                shipFrom: string;
                                dutyNotice: string;
                                deliveryDays: number;
                            } | null;
                            collaboration: {
                                credit: string;
                                editionSize: number | null;
                                story: string;
                            } | null;
                            pictureIds: string[];
                            options: ({
                                id: string;
                                name: string;
                                required: boolean;
                                /** @enum {string} */
                                kind: "engraving";
                                feeFen: number;
                                leadDays: number;
                                most: number;
                                scripts: ("latin" | "digits" | "han")[];
                            } | {
                                id: string;
                                name: string;
                                required: boolean;
                                /** @enum {string} */
                                kind: "choice";
                                /**
                                 * @description W-50: of a gift, its receiver may choose, who is asked for no more than this
                                 * @enum {string}
                                 */
                                askReceiver?: "size" | "length" | "colour";
                                choices: {
                                    id: string;
                                    name: string;
                                    feeFen: number;
                                    leadDays: number;
                                }[];
                            })[];
                            attributes: {
                                [key: string]: string;
                            };
                            /** @enum {string} */
                            state: "draft" | "active" | "archived";
                            askReceiver: ("size" | "length" | "colour") | null;
                            id: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            changedAt: string;
                            skus: {
                                code: string;
                                name: string;
                                /** @description Fen */
                                priceFen: number;
                                compareAtFen: number | null;
                                id: string;
                                costFen: number | null;
                                archivedAt: string | null;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    story: string;
                    categoryId: string | null;
                    vendor: string | null;
                    exclusive: boolean;
                    crossBorder: {
                        shipFrom: string;
                        dutyNotice: string;
                        deliveryDays: number;
                    } | null;
                    collaboration: {
                        credit: string;
                        editionSize: number | null;
                        story: string;
                    } | null;
                    pictureIds: string[];
                    options: ({
                        id: string;
                        name: string;
                        required: boolean;
                        /** @enum {string} */
                        kind: "engraving";
                        feeFen: number;
                        leadDays: number;
                        most: number;
                        scripts: ("latin" | "digits" | "han")[];
                    } | {
                        id: string;
                        name: string;
                        required: boolean;
                        /** @enum {string} */
                        kind: "choice";
                        /**
                         * @description W-50: of a gift, its receiver may choose, who is asked for no more than this
                         * @enum {string}
                         */
                        askReceiver?: "size" | "length" | "colour";
                        choices: {
                            id: string;
                            name: string;
                            feeFen: number;
                            leadDays: number;
                        }[];
                    })[];
                    attributes: {
                        [key: string]: string;
                    };
                    /** @enum {string} */
                    state: "draft" | "active" | "archived";
                    askReceiver?: ("size" | "length" | "colour") | null;
                    /** @description Those that are not named are archived */
                    skus: {
                        id?: string;
                        code: string;
                        name: string;
                        /** @description Fen */
                        priceFen: number;
                        compareAtFen: number | null;
                        costFen?: number | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        story: string;
                        categoryId: string | null;
                        vendor: string | null;
                        exclusive: boolean;
                        crossBorder: {
                            shipFrom: string;
                            dutyNotice: string;
                            deliveryDays: number;
                        } | null;
                        collaboration: {
                            credit: string;
                            editionSize: number | null;
                            story: string;
                        } | null;
                        pictureIds: string[];
                        options: ({
                            id: string;
                            name: string;
                            required: boolean;
                            /** @enum {string} */
                            kind: "engraving";
                            feeFen: number;
                            leadDays: number;
                            most: number;
                            scripts: ("latin" | "digits" | "han")[];
                        } | {
                            id: string;
                            name: string;
                            required: boolean;
                            /** @enum {string} */
                            kind: "choice";
                            /**
                             * @description W-50: of a gift, its receiver may choose, who is asked for no more than this
                             * @enum {string}
                             */
                            askReceiver?: "size" | "length" | "colour";
                            choices: {
                                id: string;
                                name: string;
                                feeFen: number;
                                leadDays: number;
                            }[];
                        })[];
                        attributes: {
                            [key: string]: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "active" | "archived";
                        askReceiver: ("size" | "length" | "colour") | null;
                        id: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        skus: {
                            code: string;
                            name: string;
                            /** @description Fen */
                            priceFen: number;
                            compareAtFen: number | null;
                            id: string;
                            costFen: number | null;
                            archivedAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        story: string;
                        categoryId: string | null;
                        vendor: string | null;
                        exclusive: boolean;
                        crossBorder: {
                            shipFrom: string;
                            dutyNotice: string;
                            deliveryDays: number;
                        } | null;
                        collaboration: {
                            credit: string;
                            editionSize: number | null;
                            story: string;
                        } | null;
                        pictureIds: string[];
                        options: ({
                            id: string;
                            name: string;
                            required: boolean;
                            /** @enum {string} */
                            kind: "engraving";
                            feeFen: number;
                            leadDays: number;
                            most: number;
                            scripts: ("latin" | "digits" | "han")[];
                        } | {
                            id: string;
                            name: string;
                            required: boolean;
                            /** @enum {string} */
                            kind: "choice";
                            /**
                             * @description W-50: of a gift, its receiver may choose, who is asked for no more than this
                             * @enum {string}
                             */
                            askReceiver?: "size" | "length" | "colour";
                            choices: {
                                id: string;
                                name: string;
                                feeFen: number;
                                leadDays: number;
                            }[];
                        })[];
                        attributes: {
                            [key: string]: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "active" | "archived";
                        askReceiver: ("size" | "length" | "colour") | null;
                        id: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        skus: {
                            code: string;
                            name: string;
                            /** @description Fen */
                            priceFen: number;
                            compareAtFen: number | null;
                            id: string;
                            costFen: number | null;
                            archivedAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    story: string;
                    categoryId: string | null;
                    vendor: string | null;
                    exclusive: boolean;
                    crossBorder: {
                        shipFrom: string;
                        dutyNotice: string;
                        deliveryDays: number;
                    } | null;
                    collaboration: {
                        credit: string;
                        editionSize: number | null;
                        story: string;
                    } | null;
                    pictureIds: string[];
                    options: ({
                        id: string;
                        name: string;
                        required: boolean;
                        /** @enum {string} */
                        kind: "engraving";
                        feeFen: number;
                        leadDays: number;
                        most: number;
                        scripts: ("latin" | "digits" | "han")[];
                    } | {
                        id: string;
                        name: string;
                        required: boolean;
                        /** @enum {string} */
                        kind: "choice";
                        /**
                         * @description W-50: of a gift, its receiver may choose, who is asked for no more than this
                         * @enum {string}
                         */
                        askReceiver?: "size" | "length" | "colour";
                        choices: {
                            id: string;
                            name: string;
                            feeFen: number;
                            leadDays: number;
                        }[];
                    })[];
                    attributes: {
                        [key: string]: string;
                    };
                    /** @enum {string} */
                    state: "draft" | "active" | "archived";
                    askReceiver?: ("size" | "length" | "colour") | null;
                    /** @description Those that are not named are archived */
                    skus: {
                        id?: string;
                        code: string;
                        name: string;
                        /** @description Fen */
                        priceFen: number;
                        compareAtFen: number | null;
                        costFen?: number | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        story: string;
                        categoryId: string | null;
                        vendor: string | null;
                        exclusive: boolean;
                        crossBorder: {
                            shipFrom: string;
                            dutyNotice: string;
                            deliveryDays: number;
                        } | null;
                        collaboration: {
                            credit: string;
                            editionSize: number | null;
                            story: string;
                        } | null;
                        pictureIds: string[];
                        options: ({
                            id: string;
                            name: string;
                            required: boolean;
                            /** @enum {string} */
                            kind: "engraving";
                            feeFen: number;
                            leadDays: number;
                            most: number;
                            scripts: ("latin" | "digits" | "han")[];
                        } | {
                            id: string;
                            name: string;
                            required: boolean;
                            /** @enum {string} */
                            kind: "choice";
                            /**
                             * @description W-50: of a gift, its receiver may choose, who is asked for no more than this
                             * @enum {string}
                             */
                            askReceiver?: "size" | "length" | "colour";
                            choices: {
                                id: string;
                                name: string;
                                feeFen: number;
                                leadDays: number;
                            }[];
                        })[];
                        attributes: {
                            [key: string]: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "active" | "archived";
                        askReceiver: ("size" | "length" | "colour") | null;
                        id: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        skus: {
                            code: string;
                            name: string;
                            /** @description Fen */
                            priceFen: number;
                            compareAtFen: number | null;
                            id: string;
                            costFen: number | null;
                            archivedAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    saveCategories: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        id?: string;
                        name: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listPriceBands: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            fromFen: number;
                            name: string;
                            soldDirectly: boolean;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    savePriceBands: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        fromFen: number;
                        name: string;
                        soldDirectly: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            fromFen: number;
                            name: string;
                            soldDirectly: boolean;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    keepPicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Base64 */
                    data: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        width: number;
                        height: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readPicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pictureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listStorefronts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            poolId: string;
                            /** @description How long an unpaid order keeps its units */
                            holdMinutes: number;
                            place: string | null;
                            kolKind: ("curated" | "own_brand") | null;
                            kolName: string | null;
                            commissionBasisPoints: number | null;
                            id: string;
                            /** @enum {string} */
                            type: "permanent" | "drop" | "popup" | "live";
                            /** @enum {string} */
                            state: "draft" | "published" | "paused" | "archived";
                            windows: {
                                id: string;
                                /** Format: date-time */
                                opensAt: string;
                                closesAt: string | null;
                            }[];
                            standing: {
                                /** @enum {string} */
                                phase: "draft" | "paused" | "archived" | "upcoming" | "open" | "between" | "ended";
                                window: {
                                    id: string;
                                    /** Format: date-time */
                                    opensAt: string;
                                    closesAt: string | null;
                                } | null;
                                next: {
                                    id: string;
                                    /** Format: date-time */
                                    opensAt: string;
                                    closesAt: string | null;
                                } | null;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            changedAt: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createStorefront: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    poolId: string;
                    /** @description How long an unpaid order keeps its units */
                    holdMinutes: number;
                    place: string | null;
                    kolKind: ("curated" | "own_brand") | null;
                    kolName: string | null;
                    commissionBasisPoints: number | null;
                    /**
                     * @description W-49
                     * @enum {string}
                     */
                    type: "permanent" | "drop" | "popup" | "live";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        poolId: string;
                        /** @description How long an unpaid order keeps its units */
                        holdMinutes: number;
                        place: string | null;
                        kolKind: ("curated" | "own_brand") | null;
                        kolName: string | null;
                        commissionBasisPoints: number | null;
                        id: string;
                        /** @enum {string} */
                        type: "permanent" | "drop" | "popup" | "live";
                        /** @enum {string} */
                        state: "draft" | "published" | "paused" | "archived";
                        windows: {
                            id: string;
                            /** Format: date-time */
                            opensAt: string;
                            closesAt: string | null;
                        }[];
                        standing: {
                            /** @enum {string} */
                            phase: "draft" | "paused" | "archived" | "upcoming" | "open" | "between" | "ended";
                            window: {
                                id: string;
                                /** Format: date-time */
                                opensAt: string;
                                closesAt: string | null;
                            } | null;
                            next: {
                                id: string;
                                /** Format: date-time */
                                opensAt: string;
                                closesAt: string | null;
                            } | null;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readStorefront: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        poolId: string;
                        /** @description How long an unpaid order keeps its units */
                        holdMinutes: number;
                        place: string | null;
                        kolKind: ("curated" | "own_brand") | null;
                        kolName: string | null;
                        commissionBasisPoints: number | null;
                        id: string;
                        /** @enum {string} */
                        type: "permanent" | "drop" | "popup" | "live";
                        /** @enum {string} */
                        state: "draft" | "published" | "paused" | "archived";
                        windows: {
                            id: string;
                            /** Format: date-time */
                            opensAt: string;
                            closesAt: string | null;
                        }[];
                        standing: {
                            /** @enum {string} */
                            phase: "draft" | "paused" | "archived" | "upcoming" | "open" | "between" | "ended";
                            window: {
                                id: string;
                                /** Format: date-time */
                                opensAt: string;
                                closesAt: string | null;
                            } | null;
                            next: {
                                id: string;
                                /** Format: date-time */
                                opensAt: string;
                                closesAt: string | null;
                            } | null;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeStorefront: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    poolId: string;
                    /** @description How long an unpaid order keeps its units */
                    holdMinutes: number;
                    place: string | null;
                    kolKind: ("curated" | "own_brand") | null;
                    kolName: string | null;
                    commissionBasisPoints: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        poolId: string;
                        /** @description How long an unpaid order keeps its units */
                        holdMinutes: number;
                        place: string | null;
                        kolKind: ("curated" | "own_brand") | null;
                        kolName: string | null;
                        commissionBasisPoints: number | null;
                        id: string;
                        /** @enum {string} */
                        type: "permanent" | "drop" | "popup" | "live";
                        /** @enum {string} */
                        state: "draft" | "published" | "paused" | "archived";
                        windows: {
                            id: string;
                            /** Format: date-time */
                            opensAt: string;
                            closesAt: string | null;
                        }[];
                        standing: {
                            /** @enum {string} */
                            phase: "draft" | "paused" | "archived" | "upcoming" | "open" | "between" | "ended";
                            window: {
                                id: string;
                                /** Format: date-time */
                                opensAt: string;
                                closesAt: string | null;
                            } | null;
                            next: {
                                id: string;
                                /** Format: date-time */
                                opensAt: string;
                                closesAt: string | null;
                            } | null;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    saveWindows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    windows: {
                        id?: string;
                        /** Format: date-time */
                        opensAt: string;
                        closesAt: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        poolId: string;
                        /** @description How long an unpaid order keeps its units */
                        holdMinutes: number;
                        place: string | null;
                        kolKind: ("curated" | "own_brand") | null;
                        kolName: string | null;
                        commissionBasisPoints: number | null;
                        id: string;
                        /** @enum {string} */
                        type: "permanent" | "drop" | "popup" | "live";
                        /** @enum {string} */
                        state: "draft" | "published" | "paused" | "archived";
                        windows: {
                            id: string;
                            /** Format: date-time */
                            opensAt: string;
                            closesAt: string | null;
                        }[];
                        standing: {
                            /** @enum {string} */
                            phase: "draft" | "paused" | "archived" | "upcoming" | "open" | "between" | "ended";
                            window: {
                                id: string;
                                /** Format: date-time */
                                opensAt: string;
                                closesAt: string | null;
                            } | null;
                            next: {
                                id: string;
                                /** Format: date-time */
                                opensAt: string;
                                closesAt: string | null;
                            } | null;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    moveStorefront: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "published" | "paused" | "archived";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        poolId: string;
                        /** @description How long an unpaid order keeps its units */
                        holdMinutes: number;
                        place: string | null;
                        kolKind: ("curated" | "own_brand") | null;
                        kolName: string | null;
                        commissionBasisPoints: number | null;
                        id: string;
                        /** @enum {string} */
                        type: "permanent" | "drop" | "popup" | "live";
                        /** @enum {string} */
                        state: "draft" | "published" | "paused" | "archived";
                        windows: {
                            id: string;
                            /** Format: date-time */
                            opensAt: string;
                            closesAt: string | null;
                        }[];
                        standing: {
                            /** @enum {string} */
                            phase: "draft" | "paused" | "archived" | "upcoming" | "open" | "between" | "ended";
                            window: {
                                id: string;
                                /** Format: date-time */
                                opensAt: string;
                                closesAt: string | null;
                            } | null;
                            next: {
                                id: string;
                                /** Format: date-time */
                                opensAt: string;
                                closesAt: string | null;
                            } | null;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listListings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            skuId: string;
                            priceFen: number | null;
                            perPerson: number | null;
                            productId: string;
                            code: string;
                            productName: string;
                            skuName: string;
                            sellsAtFen: number;
                            onHand: number;
                            available: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    saveListings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    listings: {
                        skuId: string;
                        priceFen: number | null;
                        perPerson: number | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            skuId: string;
                            priceFen: number | null;
                            perPerson: number | null;
                            productId: string;
                            code: string;
                            productName: string;
                            skuName: string;
                            sellsAtFen: number;
                            onHand: number;
                            available: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listSellOuts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            windowId: string;
                            /** Format: date-time */
                            openedAt: string;
                            soldOutAt: string | null;
                            minutes: number | null;
                            skus: {
                                skuId: string;
                                /** Format: date-time */
                                soldOutAt: string;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listPools: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listStock: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                poolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            skuId: string;
                            onHand: number;
                            held: number;
                            available: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listMovements: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                skuId?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                poolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: number;
                            skuId: string;
                            quantity: number;
                            /** @enum {string} */
                            reason: "received" | "counted" | "moved" | "sold" | "returned" | "exchanged";
                            reference: string | null;
                            note: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    moveStock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                poolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    skuId: string;
                    /** @description That come (negative: go); of a count: how many there are */
                    quantity: number;
                    /** @enum {string} */
                    reason: "received" | "counted" | "moved";
                    fromPoolId?: string;
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        skuId: string;
                        onHand: number;
                        held: number;
                        available: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    checkStock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            poolId: string;
                            skuId: string;
                            onHand: number;
                            movements: number;
                            held: number;
                            holds: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    previewShop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    watchDrop: {
        parameters: {
            query?: {
                windowId?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        now: string;
                        name: string;
                        /** @enum {string} */
                        phase: "draft" | "paused" | "archived" | "upcoming" | "open" | "between" | "ended";
                        releases: {
                            id: string;
                            /** Format: date-time */
                            opensAt: string;
                            closesAt: string | null;
                        }[];
                        release: {
                            id: string;
                            /** Format: date-time */
                            opensAt: string;
                            closesAt: string | null;
                        };
                        queue: {
                            turnSeconds: number | null;
                            /** Format: date-time */
                            from: string;
                            arrivals: number;
                            called: number;
                            /** @description Called, and neither ordered nor late */
                            inTurn: number;
                            /** @description Answers "sold out" from memory, written down once a second */
                            refused: number;
                        };
                        units: {
                            left: number;
                            held: number;
                            sold: number;
                        };
                        orders: {
                            placed: number;
                            awaiting: number;
                            paid: number;
                            cancelled: number;
                        };
                        pace: {
                            /** Format: date-time */
                            from: string;
                            /** @description Orders in each second, of two minutes at most */
                            seconds: number[];
                            peak: number;
                        };
                        soldOutAt: string | null;
                        minutes: number | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    saveQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    turnSeconds: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    verifyDropLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                storefrontId: string;
                windowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocks: number;
                        /** @description Of the last block: note it, and nothing up to there can be changed unseen */
                        hash: string;
                        arrivals: number;
                        called: number;
                        ordered: number;
                        refused: number;
                        /** @description Orders placed while there was no queue */
                        withoutPlace: number;
                        firstBreak: {
                            /** @enum {string} */
                            why: "missing" | "changed" | "forged" | "order" | "places" | "calls" | "orders";
                            block: number | null;
                            place: number | null;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listCouponTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            discount: {
                                /** @enum {string} */
                                kind: "amount";
                                /** @description Fen */
                                fen: number;
                            } | {
                                /** @enum {string} */
                                kind: "percent";
                                basisPoints: number;
                                mostFen: number | null;
                            };
                            thresholdFen: number;
                            /** @description Where it counts; empty: everywhere */
                            storefrontIds: string[];
                            /** @description How many may be issued */
                            budget: number;
                            validDays: number;
                            /** @description Shoppers may take one themselves */
                            claimable: boolean;
                            id: string;
                            issued: number;
                            used: number;
                            expired: number;
                            /** @description Told that it ends soon */
                            reminded: number;
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createCouponTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    discount: {
                        /** @enum {string} */
                        kind: "amount";
                        /** @description Fen */
                        fen: number;
                    } | {
                        /** @enum {string} */
                        kind: "percent";
                        basisPoints: number;
                        mostFen: number | null;
                    };
                    thresholdFen: number;
                    /** @description Where it counts; empty: everywhere */
                    storefrontIds: string[];
                    /** @description How many may be issued */
                    budget: number;
                    validDays: number;
                    /** @description Shoppers may take one themselves */
                    claimable: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readCouponReminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        setting: {
                            templateId: string;
                            /** @description Of the template: thing1, time2, … */
                            nameKey: string;
                            /** @description Of the template: thing1, time2, … */
                            timeKey: string;
                            daysBefore: number;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    saveCouponReminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    setting: {
                        templateId: string;
                        /** @description Of the template: thing1, time2, … */
                        nameKey: string;
                        /** @description Of the template: thing1, time2, … */
                        timeKey: string;
                        daysBefore: number;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    endCouponTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                couponTemplateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    issueCoupon: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                couponTemplateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    identityId: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        templateId: string;
                        name: string;
                        discount: {
                            /** @enum {string} */
                            kind: "amount";
                            /** @description Fen */
                            fen: number;
                        } | {
                            /** @enum {string} */
                            kind: "percent";
                            basisPoints: number;
                            mostFen: number | null;
                        };
                        thresholdFen: number;
                        storefrontIds: string[];
                        /**
                         * @description V-06
                         * @enum {string}
                         */
                        state: "issued" | "saved" | "used" | "expired";
                        /** Format: date-time */
                        issuedAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        usedAt: string | null;
                        orderId: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description An order number or its beginning, the phone of the parcel or its last four digits, a name, a member number */
                text?: string;
                contactId?: number;
                state?: "awaiting_payment" | "paid" | "cancelled";
                /** @description `to_ship`: whatever still has something to ship */
                fulfilment?: "to_ship" | "part_shipped" | "shipped" | "received";
                storefrontId?: string;
                /** @description K-04 */
                channel?: "mini_program" | "h5";
                from?: string;
                to?: string;
                /** @description Default newest */
                sort?: "newest" | "oldest" | "highest" | "lowest";
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            number: string;
                            storefrontId: string;
                            /** @enum {string} */
                            state: "awaiting_payment" | "paid" | "cancelled";
                            /**
                             * @description Of the goods of a paid order
                             * @enum {string}
                             */
                            fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                            totalFen: number;
                            discountFen: number;
                            paidFen: number;
                            refundedFen: number;
                            /**
                             * @description K-04
                             * @enum {string}
                             */
                            channel: "mini_program" | "h5";
                            /** @description W-50 */
                            forGift: boolean;
                            /** Format: date-time */
                            placedAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            paidAt: string | null;
                            contactId: number | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    exportOrders: {
        parameters: {
            query?: {
                /** @description An order number or its beginning, the phone of the parcel or its last four digits, a name, a member number */
                text?: string;
                contactId?: number;
                state?: "awaiting_payment" | "paid" | "cancelled";
                /** @description `to_ship`: whatever still has something to ship */
                fulfilment?: "to_ship" | "part_shipped" | "shipped" | "received";
                storefrontId?: string;
                /** @description K-04 */
                channel?: "mini_program" | "h5";
                from?: string;
                to?: string;
                /** @description Default newest */
                sort?: "newest" | "oldest" | "highest" | "lowest";
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        storefrontId: string;
                        /** @enum {string} */
                        state: "awaiting_payment" | "paid" | "cancelled";
                        /**
                         * @description Of the goods of a paid order
                         * @enum {string}
                         */
                        fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                        totalFen: number;
                        discountFen: number;
                        paidFen: number;
                        refundedFen: number;
                        /**
                         * @description K-04
                         * @enum {string}
                         */
                        channel: "mini_program" | "h5";
                        /** @description W-50 */
                        forGift: boolean;
                        /** Format: date-time */
                        placedAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        paidAt: string | null;
                        contactId: number | null;
                        shipping: {
                            /**
                             * @description Of the goods of a paid order
                             * @enum {string}
                             */
                            fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                            parcels: {
                                id: string;
                                seq: number;
                                /** @enum {string} */
                                method: "express" | "local" | "pickup";
                                carrierId: string | null;
                                carrierName: string | null;
                                waybill: string | null;
                                /** Format: date-time */
                                shippedAt: string;
                                shippedBy: string;
                                uploadedAt: string | null;
                                lines: {
                                    position: number;
                                    units: number;
                                }[];
                            }[];
                            /** @description What is still to be sent */
                            left: {
                                position: number;
                                units: number;
                            }[];
                            upload: {
                                /**
                                 * @description Whether WeChat knows; `refused` waits for somebody, `waiting` tries again by itself
                                 * @enum {string}
                                 */
                                state: "waiting" | "told" | "refused" | "not_needed";
                                attempts: number;
                                errorZh: string | null;
                                errorEn: string | null;
                                sentAt: string | null;
                                finished: boolean;
                                changed: boolean;
                                remindedAt: string | null;
                                settlesAt: string | null;
                                settledAt: string | null;
                            } | null;
                        };
                        address: {
                            name: string;
                            phone: string;
                            province: string;
                            city: string;
                            district: string;
                            detail: string;
                        } | null;
                        lines: {
                            position: number;
                            skuId: string;
                            productId: string;
                            name: string;
                            quantity: number;
                            unitFen: number;
                            optionsFen: number;
                            /** @description Option id → text to engrave, or the choice’s id */
                            options: {
                                [key: string]: string;
                            };
                            leadDays: number;
                            /** @description This line’s share of each discount */
                            discounts: {
                                id: string;
                                fen: number;
                            }[];
                            payFen: number;
                        }[];
                        refunds: {
                            id: string;
                            fen: number;
                            reason: string;
                            /** @enum {string} */
                            state: "requested" | "processing" | "succeeded" | "abnormal" | "closed";
                            /** Format: date-time */
                            requestedAt: string;
                            endedAt: string | null;
                            lines: {
                                position: number;
                                units: number;
                                fen: number;
                            }[];
                        }[];
                        steps: {
                            fromState: ("awaiting_payment" | "paid" | "cancelled") | null;
                            /** @enum {string} */
                            toState: "awaiting_payment" | "paid" | "cancelled";
                            why: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                        payment: {
                            mchid: string;
                            /** @enum {string} */
                            state: "open" | "closed" | "paid";
                            transactionId: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            paidAt: string | null;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    revealOrderAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        phone: string;
                        province: string;
                        city: string;
                        district: string;
                        detail: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description For the audit log */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        storefrontId: string;
                        /** @enum {string} */
                        state: "awaiting_payment" | "paid" | "cancelled";
                        /**
                         * @description Of the goods of a paid order
                         * @enum {string}
                         */
                        fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                        totalFen: number;
                        discountFen: number;
                        paidFen: number;
                        refundedFen: number;
                        /**
                         * @description K-04
                         * @enum {string}
                         */
                        channel: "mini_program" | "h5";
                        /** @description W-50 */
                        forGift: boolean;
                        /** Format: date-time */
                        placedAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        paidAt: string | null;
                        contactId: number | null;
                        shipping: {
                            /**
                             * @description Of the goods of a paid order
                             * @enum {string}
                             */
                            fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                            parcels: {
                                id: string;
                                seq: number;
                                /** @enum {string} */
                                method: "express" | "local" | "pickup";
                                carrierId: string | null;
                                carrierName: string | null;
                                waybill: string | null;
                                /** Format: date-time */
                                shippedAt: string;
                                shippedBy: string;
                                uploadedAt: string | null;
                                lines: {
                                    position: number;
                                    units: number;
                                }[];
                            }[];
                            /** @description What is still to be sent */
                            left: {
                                position: number;
                                units: number;
                            }[];
                            upload: {
                                /**
                                 * @description Whether WeChat knows; `refused` waits for somebody, `waiting` tries again by itself
                                 * @enum {string}
                                 */
                                state: "waiting" | "told" | "refused" | "not_needed";
                                attempts: number;
                                errorZh: string | null;
                                errorEn: string | null;
                                sentAt: string | null;
                                finished: boolean;
                                changed: boolean;
                                remindedAt: string | null;
                                settlesAt: string | null;
                                settledAt: string | null;
                            } | null;
                        };
                        address: {
                            name: string;
                            phone: string;
                            province: string;
                            city: string;
                            district: string;
                            detail: string;
                        } | null;
                        lines: {
                            position: number;
                            skuId: string;
                            productId: string;
                            name: string;
                            quantity: number;
                            unitFen: number;
                            optionsFen: number;
                            /** @description Option id → text to engrave, or the choice’s id */
                            options: {
                                [key: string]: string;
                            };
                            leadDays: number;
                            /** @description This line’s share of each discount */
                            discounts: {
                                id: string;
                                fen: number;
                            }[];
                            payFen: number;
                        }[];
                        refunds: {
                            id: string;
                            fen: number;
                            reason: string;
                            /** @enum {string} */
                            state: "requested" | "processing" | "succeeded" | "abnormal" | "closed";
                            /** Format: date-time */
                            requestedAt: string;
                            endedAt: string | null;
                            lines: {
                                position: number;
                                units: number;
                                fen: number;
                            }[];
                        }[];
                        steps: {
                            fromState: ("awaiting_payment" | "paid" | "cancelled") | null;
                            /** @enum {string} */
                            toState: "awaiting_payment" | "paid" | "cancelled";
                            why: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                        payment: {
                            mchid: string;
                            /** @enum {string} */
                            state: "open" | "closed" | "paid";
                            transactionId: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            paidAt: string | null;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    requestRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        position: number;
                        units: number;
                    }[];
                    /** @description The payer reads it */
                    reason: string;
                    /** @description The units go back on sale once the money went back */
                    restock: boolean;
                    /** @description The same key is the same refund */
                    requestKey: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        fen: number;
                        reason: string;
                        /** @enum {string} */
                        state: "requested" | "processing" | "succeeded" | "abnormal" | "closed";
                        /** Format: date-time */
                        requestedAt: string;
                        endedAt: string | null;
                        lines: {
                            position: number;
                            units: number;
                            fen: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listCarriers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shipOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Only express may be split
                     * @enum {string}
                     */
                    method: "express" | "local" | "pickup";
                    carrierId?: string;
                    waybill?: string;
                    lines?: {
                        position: number;
                        units: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Of the goods of a paid order
                         * @enum {string}
                         */
                        fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                        parcels: {
                            id: string;
                            seq: number;
                            /** @enum {string} */
                            method: "express" | "local" | "pickup";
                            carrierId: string | null;
                            carrierName: string | null;
                            waybill: string | null;
                            /** Format: date-time */
                            shippedAt: string;
                            shippedBy: string;
                            uploadedAt: string | null;
                            lines: {
                                position: number;
                                units: number;
                            }[];
                        }[];
                        /** @description What is still to be sent */
                        left: {
                            position: number;
                            units: number;
                        }[];
                        upload: {
                            /**
                             * @description Whether WeChat knows; `refused` waits for somebody, `waiting` tries again by itself
                             * @enum {string}
                             */
                            state: "waiting" | "told" | "refused" | "not_needed";
                            attempts: number;
                            errorZh: string | null;
                            errorEn: string | null;
                            sentAt: string | null;
                            finished: boolean;
                            changed: boolean;
                            remindedAt: string | null;
                            settlesAt: string | null;
                            settledAt: string | null;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    correctParcel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                orderId: string;
                parcelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    carrierId: string;
                    waybill: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Of the goods of a paid order
                         * @enum {string}
                         */
                        fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                        parcels: {
                            id: string;
                            seq: number;
                            /** @enum {string} */
                            method: "express" | "local" | "pickup";
                            carrierId: string | null;
                            carrierName: string | null;
                            waybill: string | null;
                            /** Format: date-time */
                            shippedAt: string;
                            shippedBy: string;
                            uploadedAt: string | null;
                            lines: {
                                position: number;
                                units: number;
                            }[];
                        }[];
                        /** @description What is still to be sent */
                        left: {
                            position: number;
                            units: number;
                        }[];
                        upload: {
                            /**
                             * @description Whether WeChat knows; `refused` waits for somebody, `waiting` tries again by itself
                             * @enum {string}
                             */
                            state: "waiting" | "told" | "refused" | "not_needed";
                            attempts: number;
                            errorZh: string | null;
                            errorEn: string | null;
                            sentAt: string | null;
                            finished: boolean;
                            changed: boolean;
                            remindedAt: string | null;
                            settlesAt: string | null;
                            settledAt: string | null;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    retryShippingUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Of the goods of a paid order
                         * @enum {string}
                         */
                        fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                        parcels: {
                            id: string;
                            seq: number;
                            /** @enum {string} */
                            method: "express" | "local" | "pickup";
                            carrierId: string | null;
                            carrierName: string | null;
                            waybill: string | null;
                            /** Format: date-time */
                            shippedAt: string;
                            shippedBy: string;
                            uploadedAt: string | null;
                            lines: {
                                position: number;
                                units: number;
                            }[];
                        }[];
                        /** @description What is still to be sent */
                        left: {
                            position: number;
                            units: number;
                        }[];
                        upload: {
                            /**
                             * @description Whether WeChat knows; `refused` waits for somebody, `waiting` tries again by itself
                             * @enum {string}
                             */
                            state: "waiting" | "told" | "refused" | "not_needed";
                            attempts: number;
                            errorZh: string | null;
                            errorEn: string | null;
                            sentAt: string | null;
                            finished: boolean;
                            changed: boolean;
                            remindedAt: string | null;
                            settlesAt: string | null;
                            settledAt: string | null;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    remindToConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When the carrier says it was delivered
                     */
                    deliveredAt: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Of the goods of a paid order
                         * @enum {string}
                         */
                        fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                        parcels: {
                            id: string;
                            seq: number;
                            /** @enum {string} */
                            method: "express" | "local" | "pickup";
                            carrierId: string | null;
                            carrierName: string | null;
                            waybill: string | null;
                            /** Format: date-time */
                            shippedAt: string;
                            shippedBy: string;
                            uploadedAt: string | null;
                            lines: {
                                position: number;
                                units: number;
                            }[];
                        }[];
                        /** @description What is still to be sent */
                        left: {
                            position: number;
                            units: number;
                        }[];
                        upload: {
                            /**
                             * @description Whether WeChat knows; `refused` waits for somebody, `waiting` tries again by itself
                             * @enum {string}
                             */
                            state: "waiting" | "told" | "refused" | "not_needed";
                            attempts: number;
                            errorZh: string | null;
                            errorEn: string | null;
                            sentAt: string | null;
                            finished: boolean;
                            changed: boolean;
                            remindedAt: string | null;
                            settlesAt: string | null;
                            settledAt: string | null;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listAfterSales: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Whose turn it is */
                turn?: "brand" | "others" | "closed";
                kind?: "refund" | "return" | "exchange" | "care";
                orderId?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            orderId: string;
                            orderNumber: string;
                            /** @enum {string} */
                            kind: "refund" | "return" | "exchange" | "care";
                            /** @enum {string} */
                            reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                            /** @enum {string} */
                            state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                            dueAt: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            /** Format: date-time */
                            changedAt: string;
                            closedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readDesk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        toShip: number;
                        uploadsRefused: number;
                        invoices: number;
                        cases: {
                            [key: string]: number;
                        };
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readAfterSaleSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The buyer reads it; empty: typed at each approval */
                        returnAddress: string;
                        /** @description To send goods back, from the approval on */
                        returnDays: number;
                        /** @description After receipt, for a change of mind; seven by law */
                        tasteDays: number;
                        /** @description After receipt, for what is wrong with the goods */
                        faultDays: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    saveAfterSaleSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The buyer reads it; empty: typed at each approval */
                    returnAddress: string;
                    /** @description To send goods back, from the approval on */
                    returnDays: number;
                    /** @description After receipt, for a change of mind; seven by law */
                    tasteDays: number;
                    /** @description After receipt, for what is wrong with the goods */
                    faultDays: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readAfterSale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderNumber: string;
                        /** @enum {string} */
                        kind: "refund" | "return" | "exchange" | "care";
                        /** @enum {string} */
                        reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                        /** @enum {string} */
                        state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                        dueAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        closedAt: string | null;
                        words: string;
                        /** @description Ids of what whoever asked has sent */
                        photos: string[];
                        agreedFen: number | null;
                        refundFen: number | null;
                        replacement: string | null;
                        returnCarrier: string | null;
                        returnWaybill: string | null;
                        sentCarrier: string | null;
                        sentWaybill: string | null;
                        lines: {
                            position: number;
                            units: number;
                            sellable: number | null;
                            name: string;
                            /** @description What was paid for these units */
                            mostFen: number;
                        }[];
                        steps: {
                            fromState: ("requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired") | null;
                            /** @enum {string} */
                            toState: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                            event: string;
                            note: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                        /** @description Asked by the receiver of a gift, who is told neither product nor price */
                        byReceiver: boolean;
                        mayName: {
                            position: number;
                            name: string;
                            units: number;
                            /** @description Of an exchange: what may be had instead, beside the same again */
                            replacements: {
                                skuId: string;
                                name: string;
                            }[];
                            /** @description Of an exchange: what it may be made as instead */
                            choices: {
                                optionId: string;
                                choiceId: string;
                                option: string;
                                name: string;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    decideAfterSale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approve: boolean;
                    /** @description The buyer reads it */
                    note: string;
                    agreedFen?: number | null;
                    /** @description Of a case of a gift’s receiver that names none: what it is about */
                    lines?: {
                        position: number;
                        units: number;
                    }[];
                    replacementSkuId?: string | null;
                    replacementChoice?: {
                        optionId: string;
                        choiceId: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderNumber: string;
                        /** @enum {string} */
                        kind: "refund" | "return" | "exchange" | "care";
                        /** @enum {string} */
                        reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                        /** @enum {string} */
                        state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                        dueAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        closedAt: string | null;
                        words: string;
                        /** @description Ids of what whoever asked has sent */
                        photos: string[];
                        agreedFen: number | null;
                        refundFen: number | null;
                        replacement: string | null;
                        returnCarrier: string | null;
                        returnWaybill: string | null;
                        sentCarrier: string | null;
                        sentWaybill: string | null;
                        lines: {
                            position: number;
                            units: number;
                            sellable: number | null;
                            name: string;
                            /** @description What was paid for these units */
                            mostFen: number;
                        }[];
                        steps: {
                            fromState: ("requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired") | null;
                            /** @enum {string} */
                            toState: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                            event: string;
                            note: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                        /** @description Asked by the receiver of a gift, who is told neither product nor price */
                        byReceiver: boolean;
                        mayName: {
                            position: number;
                            name: string;
                            units: number;
                            /** @description Of an exchange: what may be had instead, beside the same again */
                            replacements: {
                                skuId: string;
                                name: string;
                            }[];
                            /** @description Of an exchange: what it may be made as instead */
                            choices: {
                                optionId: string;
                                choiceId: string;
                                option: string;
                                name: string;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readAfterSalePhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                caseId: string;
                photoId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    inspectAfterSale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accept: boolean;
                    /** @description The buyer reads it */
                    note: string;
                    agreedFen?: number | null;
                    /** @description Units of each line that can be sold again */
                    sellable: {
                        position: number;
                        units: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderNumber: string;
                        /** @enum {string} */
                        kind: "refund" | "return" | "exchange" | "care";
                        /** @enum {string} */
                        reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                        /** @enum {string} */
                        state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                        dueAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        closedAt: string | null;
                        words: string;
                        /** @description Ids of what whoever asked has sent */
                        photos: string[];
                        agreedFen: number | null;
                        refundFen: number | null;
                        replacement: string | null;
                        returnCarrier: string | null;
                        returnWaybill: string | null;
                        sentCarrier: string | null;
                        sentWaybill: string | null;
                        lines: {
                            position: number;
                            units: number;
                            sellable: number | null;
                            name: string;
                            /** @description What was paid for these units */
                            mostFen: number;
                        }[];
                        steps: {
                            fromState: ("requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired") | null;
                            /** @enum {string} */
                            toState: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                            event: string;
                            note: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                        /** @description Asked by the receiver of a gift, who is told neither product nor price */
                        byReceiver: boolean;
                        mayName: {
                            position: number;
                            name: string;
                            units: number;
                            /** @description Of an exchange: what may be had instead, beside the same again */
                            replacements: {
                                skuId: string;
                                name: string;
                            }[];
                            /** @description Of an exchange: what it may be made as instead */
                            choices: {
                                optionId: string;
                                choiceId: string;
                                option: string;
                                name: string;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    dispatchAfterSale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    carrierId: string;
                    waybill: string;
                    /** @description The buyer reads it */
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderNumber: string;
                        /** @enum {string} */
                        kind: "refund" | "return" | "exchange" | "care";
                        /** @enum {string} */
                        reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                        /** @enum {string} */
                        state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                        dueAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        closedAt: string | null;
                        words: string;
                        /** @description Ids of what whoever asked has sent */
                        photos: string[];
                        agreedFen: number | null;
                        refundFen: number | null;
                        replacement: string | null;
                        returnCarrier: string | null;
                        returnWaybill: string | null;
                        sentCarrier: string | null;
                        sentWaybill: string | null;
                        lines: {
                            position: number;
                            units: number;
                            sellable: number | null;
                            name: string;
                            /** @description What was paid for these units */
                            mostFen: number;
                        }[];
                        steps: {
                            fromState: ("requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired") | null;
                            /** @enum {string} */
                            toState: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                            event: string;
                            note: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                        /** @description Asked by the receiver of a gift, who is told neither product nor price */
                        byReceiver: boolean;
                        mayName: {
                            position: number;
                            name: string;
                            units: number;
                            /** @description Of an exchange: what may be had instead, beside the same again */
                            replacements: {
                                skuId: string;
                                name: string;
                            }[];
                            /** @description Of an exchange: what it may be made as instead */
                            choices: {
                                optionId: string;
                                choiceId: string;
                                option: string;
                                name: string;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    retryAfterSaleRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderNumber: string;
                        /** @enum {string} */
                        kind: "refund" | "return" | "exchange" | "care";
                        /** @enum {string} */
                        reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                        /** @enum {string} */
                        state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                        dueAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        closedAt: string | null;
                        words: string;
                        /** @description Ids of what whoever asked has sent */
                        photos: string[];
                        agreedFen: number | null;
                        refundFen: number | null;
                        replacement: string | null;
                        returnCarrier: string | null;
                        returnWaybill: string | null;
                        sentCarrier: string | null;
                        sentWaybill: string | null;
                        lines: {
                            position: number;
                            units: number;
                            sellable: number | null;
                            name: string;
                            /** @description What was paid for these units */
                            mostFen: number;
                        }[];
                        steps: {
                            fromState: ("requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired") | null;
                            /** @enum {string} */
                            toState: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                            event: string;
                            note: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                        /** @description Asked by the receiver of a gift, who is told neither product nor price */
                        byReceiver: boolean;
                        mayName: {
                            position: number;
                            name: string;
                            units: number;
                            /** @description Of an exchange: what may be had instead, beside the same again */
                            replacements: {
                                skuId: string;
                                name: string;
                            }[];
                            /** @description Of an exchange: what it may be made as instead */
                            choices: {
                                optionId: string;
                                choiceId: string;
                                option: string;
                                name: string;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                state?: "requested" | "issued" | "refused" | "withdrawn";
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            state: "requested" | "issued" | "refused" | "withdrawn";
                            /** @enum {string} */
                            titleKind: "personal" | "company";
                            details: {
                                title: string;
                                taxNumber: string | null;
                                email: string;
                            } | null;
                            /** Format: date-time */
                            requestedAt: string;
                            reason: string | null;
                            number: string | null;
                            amountFen: number | null;
                            issuedAt: string | null;
                            hasPdf: boolean;
                            orderId: string;
                            orderNumber: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            /** @description What was paid and has not gone back; differs from `amountFen` when money went back after it was issued */
                            dueFen: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    revealInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        title: string;
                        taxNumber: string | null;
                        email: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    issueInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number: string;
                    /** @description Base64; the buyer can fetch it */
                    pdf?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    refuseInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The buyer reads it */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readInvoicePdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listMerchants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            mchid: string;
                            serialNo: string;
                            publicKeyId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            changedAt: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    saveMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    mchid: string;
                    serialNo: string;
                    /** @description PEM */
                    privateKey: string;
                    apiV3Key: string;
                    publicKey?: {
                        id: string;
                        /** @description PEM */
                        pem: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        mchid: string;
                        serialNo: string;
                        publicKeyId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listPaymentAlarms: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                unseen?: boolean;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            kind: "bad_signature" | "unknown_order" | "wrong_amount" | "wrong_merchant" | "wrong_appid" | "other_transaction" | "late_money" | "refund_failed" | "refunded_elsewhere" | "bill_differs";
                            orderId: string | null;
                            details: {
                                [key: string]: string | number;
                            };
                            seenAt: string | null;
                            seenBy: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    markAlarmSeen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                alarmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listBillDays: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            merchantId: string;
                            day: string;
                            /** @enum {string} */
                            state: "agrees" | "differs";
                            matched: number;
                            differing: number;
                            /** @description Fen */
                            paidFen: number;
                            /** @description Fen */
                            refundFen: number;
                            /** @description Fen */
                            feeFen: number;
                            /** @description Fen */
                            flowInFen: number;
                            /** @description Fen */
                            flowOutFen: number;
                            /** Format: date-time */
                            comparedAt: string;
                            comparedBy: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    compareBills: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    merchantId: string;
                    /** Format: date */
                    day: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        differences: {
                            /** @enum {string} */
                            what: "payment" | "refund";
                            number: string;
                            /**
                             * @description missing_here: WeChat Pay moved money we know nothing of
                             * @enum {string}
                             */
                            kind: "missing_here" | "missing_there" | "amount";
                            orderId: string | null;
                            platformId: string | null;
                            oursFen: number | null;
                            theirsFen: number | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readBillDifferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                merchantId: string;
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        differences: {
                            /** @enum {string} */
                            what: "payment" | "refund";
                            number: string;
                            /**
                             * @description missing_here: WeChat Pay moved money we know nothing of
                             * @enum {string}
                             */
                            kind: "missing_here" | "missing_there" | "amount";
                            orderId: string | null;
                            platformId: string | null;
                            oursFen: number | null;
                            theirsFen: number | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    billDifferencesCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                merchantId: string;
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listResaleSuspects: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        strikes: {
                            orders: number;
                            people: number;
                            days: number;
                        };
                        items: {
                            /** @enum {string} */
                            kind: "place" | "phone" | "person";
                            value: string;
                            shown: string | null;
                            contactId: number | null;
                            orders: number;
                            people: number;
                            units: number;
                            totalFen: number;
                            /** Format: date-time */
                            lastAt: string;
                            reasons: ("many_orders" | "many_people")[];
                            mark: ("fine" | "watch" | "refuse") | null;
                            note: string;
                            markedAt: string | null;
                            markedBy: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    markResaleSuspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "place" | "phone" | "person";
                    value: string;
                    /**
                     * @description refuse: no further order is taken
                     * @enum {string}
                     */
                    mark: "fine" | "watch" | "refuse";
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listMiniPrograms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Where shoppers sign in, it is their `assetId` */
                            id: string;
                            name: string;
                            appid: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            changedAt: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    saveMiniProgram: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    appid: string;
                    secret: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where shoppers sign in, it is their `assetId` */
                        id: string;
                        name: string;
                        appid: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    revealMiniProgramPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                miniProgramId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        token: string;
                        aesKey: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listStoreReports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @description Rows of the study it answers */
                            rows: string[];
                            name: {
                                zh: string;
                                en: string;
                            };
                            definition: {
                                zh: string;
                                en: string;
                            };
                            key: {
                                zh: string;
                                en: string;
                            };
                            figures: {
                                id: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                numerator: {
                                    zh: string;
                                    en: string;
                                };
                                denominator: {
                                    zh: string;
                                    en: string;
                                } | null;
                                /**
                                 * @description Rates are of one, not of a hundred
                                 * @enum {string}
                                 */
                                unit: "count" | "fen" | "rate" | "mean_fen";
                                behind: ("contacts" | "orders") | null;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readStoreReport: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                reportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        report: {
                            id: string;
                            /** @description Rows of the study it answers */
                            rows: string[];
                            name: {
                                zh: string;
                                en: string;
                            };
                            definition: {
                                zh: string;
                                en: string;
                            };
                            key: {
                                zh: string;
                                en: string;
                            };
                            figures: {
                                id: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                numerator: {
                                    zh: string;
                                    en: string;
                                };
                                denominator: {
                                    zh: string;
                                    en: string;
                                } | null;
                                /**
                                 * @description Rates are of one, not of a hundred
                                 * @enum {string}
                                 */
                                unit: "count" | "fen" | "rate" | "mean_fen";
                                behind: ("contacts" | "orders") | null;
                            }[];
                        };
                        rows: {
                            key: string;
                            name: {
                                zh: string;
                                en: string;
                            } | null;
                            cells: {
                                figure: string;
                                numerator: number;
                                denominator: number | null;
                                value: number | null;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    storeReportCsv: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                reportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    storeReportBehind: {
        parameters: {
            query: {
                from: string;
                to: string;
                key: string;
                figure: string;
                part: "numerator" | "denominator";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                reportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "contacts";
                        items: {
                            id: number;
                            name: string | null;
                            phone: string | null;
                            /** @enum {string} */
                            stage: "lead" | "prospect" | "new" | "recurring";
                            subscribed: boolean;
                            followedAt: string | null;
                            unfollowedAt: string | null;
                            /** @enum {string} */
                            source: "qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown";
                            channelId: string | null;
                            tags: string[];
                            /**
                             * Format: date-time
                             * @description Observed since
                             */
                            firstSeenAt: string;
                            lastActiveAt: string | null;
                        }[];
                        nextCursor: string | null;
                    } | {
                        /** @enum {string} */
                        kind: "orders";
                        items: {
                            id: string;
                            number: string;
                            paidFen: number;
                            refundedFen: number;
                            /** Format: date-time */
                            paidAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assetId: string;
                    /** @description Of wx.login, of web authorisation, or of a preview */
                    code: string;
                    /** @description Of the launch of the mini program */
                    scene?: number;
                    /** @description The tracked link or code that was tapped to come here */
                    source?: {
                        push_id?: string;
                        link_id?: string;
                        channel_id?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pass: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopPicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: number;
                pictureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopStorefronts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            type: "permanent" | "drop" | "popup" | "live";
                            name: string;
                            /** @enum {string} */
                            phase: "draft" | "paused" | "archived" | "upcoming" | "open" | "between" | "ended";
                            opensAt: string | null;
                            closesAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopStorefront: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        phase: "draft" | "paused" | "archived" | "upcoming" | "open" | "between" | "ended";
                        opensAt: string | null;
                        closesAt: string | null;
                        /** Format: date-time */
                        now: string;
                        place: string | null;
                        items: {
                            skuId: string;
                            productId: string;
                            name: string;
                            priceFen: number;
                            compareAtFen: number | null;
                            perPerson: number | null;
                            /**
                             * @description few: under ten; the number is the brand’s affair
                             * @enum {string}
                             */
                            left: "none" | "few" | "some";
                        }[];
                        products: {
                            id: string;
                            name: string;
                            story: string;
                            vendor: string | null;
                            exclusive: boolean;
                            crossBorder: {
                                shipFrom: string;
                                dutyNotice: string;
                                deliveryDays: number;
                            } | null;
                            collaboration: {
                                credit: string;
                                editionSize: number | null;
                                story: string;
                            } | null;
                            pictureIds: string[];
                            options: ({
                                id: string;
                                name: string;
                                required: boolean;
                                /** @enum {string} */
                                kind: "engraving";
                                feeFen: number;
                                leadDays: number;
                                most: number;
                                scripts: ("latin" | "digits" | "han")[];
                            } | {
                                id: string;
                                name: string;
                                required: boolean;
                                /** @enum {string} */
                                kind: "choice";
                                /**
                                 * @description W-50: of a gift, its receiver may choose, who is asked for no more than this
                                 * @enum {string}
                                 */
                                askReceiver?: "size" | "length" | "colour";
                                choices: {
                                    id: string;
                                    name: string;
                                    feeFen: number;
                                    leadDays: number;
                                }[];
                            })[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopCart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            skuId: string;
                            quantity: number;
                            /** @description Option id → text to engrave, or the choice’s id */
                            options: {
                                [key: string]: string;
                            };
                            onSale: boolean;
                            name: string | null;
                            unitFen: number | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopSetCartLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    skuId: string;
                    quantity: number;
                    /** @description Option id → text to engrave, or the choice’s id */
                    options: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            skuId: string;
                            quantity: number;
                            /** @description Option id → text to engrave, or the choice’s id */
                            options: {
                                [key: string]: string;
                            };
                            onSale: boolean;
                            name: string | null;
                            unitFen: number | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopQuote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    storefrontId: string;
                    /** @description Absent: the cart */
                    lines?: {
                        skuId: string;
                        quantity: number;
                        /** @description Option id → text to engrave, or the choice’s id */
                        options: {
                            [key: string]: string;
                        };
                    }[];
                    couponId?: string | null;
                    /** @description W-50: for somebody else, who may choose what is left to receivers and, without an address here, say where it goes */
                    forGift?: boolean;
                    /** @description Of a gift with a link: SKUs whose place the receiver may give to another of the same product and price */
                    leaves?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        totalFen: number;
                        discountFen: number;
                        couponCounts: boolean;
                        lines: {
                            skuId: string;
                            name: string;
                            quantity: number;
                            unitFen: number;
                            optionsFen: number;
                            /** @description Option id → text to engrave, or the choice’s id */
                            options: {
                                [key: string]: string;
                            };
                            leadDays: number;
                            payFen: number;
                            mayLeave: ("size" | "length" | "colour") | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopOrders: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            number: string;
                            storefrontId: string;
                            /** @enum {string} */
                            state: "awaiting_payment" | "paid" | "cancelled";
                            /**
                             * @description Of the goods of a paid order
                             * @enum {string}
                             */
                            fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                            totalFen: number;
                            discountFen: number;
                            paidFen: number;
                            refundedFen: number;
                            /**
                             * @description K-04
                             * @enum {string}
                             */
                            channel: "mini_program" | "h5";
                            /** @description W-50 */
                            forGift: boolean;
                            /** Format: date-time */
                            placedAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            paidAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopCheckout: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    storefrontId: string;
                    /** @description Absent: the cart */
                    lines?: {
                        skuId: string;
                        quantity: number;
                        /** @description Option id → text to engrave, or the choice’s id */
                        options: {
                            [key: string]: string;
                        };
                    }[];
                    couponId?: string | null;
                    /** @description W-50: for somebody else, who may choose what is left to receivers and, without an address here, say where it goes */
                    forGift?: boolean;
                    /** @description Of a gift with a link: SKUs whose place the receiver may give to another of the same product and price */
                    leaves?: string[];
                    /** @description Fen */
                    expectedTotalFen: number;
                    address?: {
                        name: string;
                        phone: string;
                        province: string;
                        city: string;
                        district: string;
                        detail: string;
                    } | null;
                    /**
                     * @description K-04
                     * @enum {string}
                     */
                    channel: "mini_program" | "h5";
                    pass?: string | null;
                    /** @description What brought the shopper here */
                    source?: {
                        scene?: string;
                        push_id?: string;
                        link_id?: string;
                        channel_id?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        /** @enum {string} */
                        state: "awaiting_payment" | "paid" | "cancelled";
                        totalFen: number;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        storefrontId: string;
                        /** @enum {string} */
                        state: "awaiting_payment" | "paid" | "cancelled";
                        /**
                         * @description Of the goods of a paid order
                         * @enum {string}
                         */
                        fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                        totalFen: number;
                        discountFen: number;
                        paidFen: number;
                        refundedFen: number;
                        /**
                         * @description K-04
                         * @enum {string}
                         */
                        channel: "mini_program" | "h5";
                        /** @description W-50 */
                        forGift: boolean;
                        /** Format: date-time */
                        placedAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        paidAt: string | null;
                        lines: {
                            position: number;
                            skuId: string;
                            productId: string;
                            name: string;
                            quantity: number;
                            unitFen: number;
                            optionsFen: number;
                            /** @description Option id → text to engrave, or the choice’s id */
                            options: {
                                [key: string]: string;
                            };
                            leadDays: number;
                            /** @description This line’s share of each discount */
                            discounts: {
                                id: string;
                                fen: number;
                            }[];
                            payFen: number;
                        }[];
                        refunds: {
                            id: string;
                            fen: number;
                            reason: string;
                            /** @enum {string} */
                            state: "requested" | "processing" | "succeeded" | "abnormal" | "closed";
                            /** Format: date-time */
                            requestedAt: string;
                            endedAt: string | null;
                            lines: {
                                position: number;
                                units: number;
                                fen: number;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopPay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        parameters: {
                            timeStamp: string;
                            nonceStr: string;
                            package: string;
                            /** @enum {string} */
                            signType: "RSA";
                            paySign: string;
                        };
                        /** Format: date-time */
                        payUntil: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        storefrontId: string;
                        /** @enum {string} */
                        state: "awaiting_payment" | "paid" | "cancelled";
                        /**
                         * @description Of the goods of a paid order
                         * @enum {string}
                         */
                        fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                        totalFen: number;
                        discountFen: number;
                        paidFen: number;
                        refundedFen: number;
                        /**
                         * @description K-04
                         * @enum {string}
                         */
                        channel: "mini_program" | "h5";
                        /** @description W-50 */
                        forGift: boolean;
                        /** Format: date-time */
                        placedAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        paidAt: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        storefrontId: string;
                        /** @enum {string} */
                        state: "awaiting_payment" | "paid" | "cancelled";
                        /**
                         * @description Of the goods of a paid order
                         * @enum {string}
                         */
                        fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                        totalFen: number;
                        discountFen: number;
                        paidFen: number;
                        refundedFen: number;
                        /**
                         * @description K-04
                         * @enum {string}
                         */
                        channel: "mini_program" | "h5";
                        /** @description W-50 */
                        forGift: boolean;
                        /** Format: date-time */
                        placedAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        paidAt: string | null;
                        lines: {
                            position: number;
                            skuId: string;
                            productId: string;
                            name: string;
                            quantity: number;
                            unitFen: number;
                            optionsFen: number;
                            /** @description Option id → text to engrave, or the choice’s id */
                            options: {
                                [key: string]: string;
                            };
                            leadDays: number;
                            /** @description This line’s share of each discount */
                            discounts: {
                                id: string;
                                fen: number;
                            }[];
                            payFen: number;
                        }[];
                        refunds: {
                            id: string;
                            fen: number;
                            reason: string;
                            /** @enum {string} */
                            state: "requested" | "processing" | "succeeded" | "abnormal" | "closed";
                            /** Format: date-time */
                            requestedAt: string;
                            endedAt: string | null;
                            lines: {
                                position: number;
                                units: number;
                                fen: number;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopCoupons: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            templateId: string;
                            name: string;
                            discount: {
                                /** @enum {string} */
                                kind: "amount";
                                /** @description Fen */
                                fen: number;
                            } | {
                                /** @enum {string} */
                                kind: "percent";
                                basisPoints: number;
                                mostFen: number | null;
                            };
                            thresholdFen: number;
                            storefrontIds: string[];
                            /**
                             * @description V-06
                             * @enum {string}
                             */
                            state: "issued" | "saved" | "used" | "expired";
                            /** Format: date-time */
                            issuedAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            usedAt: string | null;
                            orderId: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopCouponOffers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            templateId: string;
                            name: string;
                            discount: {
                                /** @enum {string} */
                                kind: "amount";
                                /** @description Fen */
                                fen: number;
                            } | {
                                /** @enum {string} */
                                kind: "percent";
                                basisPoints: number;
                                mostFen: number | null;
                            };
                            thresholdFen: number;
                            storefrontIds: string[];
                            validDays: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopClaimCoupon: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                couponTemplateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        templateId: string;
                        name: string;
                        discount: {
                            /** @enum {string} */
                            kind: "amount";
                            /** @description Fen */
                            fen: number;
                        } | {
                            /** @enum {string} */
                            kind: "percent";
                            basisPoints: number;
                            mostFen: number | null;
                        };
                        thresholdFen: number;
                        storefrontIds: string[];
                        /**
                         * @description V-06
                         * @enum {string}
                         */
                        state: "issued" | "saved" | "used" | "expired";
                        /** Format: date-time */
                        issuedAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        usedAt: string | null;
                        orderId: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopSaveCoupon: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                couponId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopQueue: {
        parameters: {
            query?: never;
            header?: {
                "queue-pass"?: string;
            };
            path: {
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description opensAt null: nobody queues here. from: when places can be taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        now: string;
                        opensAt: string | null;
                        from: string | null;
                        soldOut: boolean;
                        place: {
                            /** @enum {string} */
                            state: "waiting" | "your_turn" | "turn_over" | "ordered" | "sold_out";
                            number: number;
                            ahead: number | null;
                            until: string | null;
                            /** @description Seconds */
                            askAgainIn: number;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopTakePlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        now: string;
                        opensAt: string | null;
                        from: string | null;
                        soldOut: boolean;
                        place: {
                            /** @enum {string} */
                            state: "waiting" | "your_turn" | "turn_over" | "ordered" | "sold_out";
                            number: number;
                            ahead: number | null;
                            until: string | null;
                            /** @description Seconds */
                            askAgainIn: number;
                        } | null;
                        pass: string | null;
                        orderId: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopMessageTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        couponExpiring: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopMessageAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: {
                        templateId: string;
                        /** @enum {string} */
                        answer: "accept" | "reject" | "ban" | "filter";
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopBestSellers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: number;
                        items: {
                            productId: string;
                            /** @description Sold and kept */
                            units: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the launch these belong to */
                    scene?: number;
                    /** @description The tracked link or code that was tapped to come here */
                    source?: {
                        push_id?: string;
                        link_id?: string;
                        channel_id?: string;
                    };
                    events: ({
                        /** @enum {string} */
                        kind: "entered";
                        /** @description Made by the client; the same id is the same event, however often it is sent */
                        id: string;
                        /** @description How long before sending it happened: phones’ clocks are wrong */
                        agoMs: number;
                    } | {
                        /** @enum {string} */
                        kind: "page_viewed";
                        /** @description Made by the client; the same id is the same event, however often it is sent */
                        id: string;
                        /** @description How long before sending it happened: phones’ clocks are wrong */
                        agoMs: number;
                        /** @description Its path, without parameters */
                        page: string;
                        storefrontId?: string;
                    } | {
                        /** @enum {string} */
                        kind: "product_viewed";
                        /** @description Made by the client; the same id is the same event, however often it is sent */
                        id: string;
                        /** @description How long before sending it happened: phones’ clocks are wrong */
                        agoMs: number;
                        productId: string;
                        storefrontId: string;
                    } | {
                        /** @enum {string} */
                        kind: "cart_added";
                        /** @description Made by the client; the same id is the same event, however often it is sent */
                        id: string;
                        /** @description How long before sending it happened: phones’ clocks are wrong */
                        agoMs: number;
                        productId: string;
                        skuId: string;
                        storefrontId: string;
                        quantity: number;
                    } | {
                        /** @enum {string} */
                        kind: "checkout_begun";
                        /** @description Made by the client; the same id is the same event, however often it is sent */
                        id: string;
                        /** @description How long before sending it happened: phones’ clocks are wrong */
                        agoMs: number;
                        storefrontId: string;
                    } | {
                        /** @enum {string} */
                        kind: "shared";
                        /** @description Made by the client; the same id is the same event, however often it is sent */
                        id: string;
                        /** @description How long before sending it happened: phones’ clocks are wrong */
                        agoMs: number;
                        /** @description Its path, without parameters */
                        page: string;
                        productId?: string;
                        storefrontId?: string;
                    })[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stored: number;
                        /** @description Sent before */
                        known: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopMe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            name: string;
                            fields: {
                                /** @enum {string} */
                                key: "name" | "gender" | "city" | "source" | "phone" | "email" | "birthday" | "birth_year" | "language" | "remark" | "asset_interests" | "content_interests" | "product_interests" | "campaign_interests" | "purchase_occasion" | "budget" | "channel_interest" | "loyalty_programme" | "trigger_personal_occasion" | "anniversary" | "trigger_reason" | "benefit_tangible" | "benefit_emotional";
                                name: string;
                                /** @enum {string} */
                                type: "text" | "choice" | "choices" | "date" | "number" | "phone" | "email";
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                value: (string | string[]) | null;
                                at: string | null;
                                /** @description False: known by other ways than typing */
                                mayChange: boolean;
                            }[];
                        }[];
                        consents: {
                            /** @enum {string} */
                            purpose: "marketing" | "profiling" | "sms" | "profile" | "sensitive" | "sharing" | "transfer_abroad";
                            name: string;
                            /** @description What they agree to */
                            text: string;
                            version: string;
                            given: boolean | null;
                            at: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopCorrectMe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    values: {
                        [key: string]: (string | string[]) | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            name: string;
                            fields: {
                                /** @enum {string} */
                                key: "name" | "gender" | "city" | "source" | "phone" | "email" | "birthday" | "birth_year" | "language" | "remark" | "asset_interests" | "content_interests" | "product_interests" | "campaign_interests" | "purchase_occasion" | "budget" | "channel_interest" | "loyalty_programme" | "trigger_personal_occasion" | "anniversary" | "trigger_reason" | "benefit_tangible" | "benefit_emotional";
                                name: string;
                                /** @enum {string} */
                                type: "text" | "choice" | "choices" | "date" | "number" | "phone" | "email";
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                value: (string | string[]) | null;
                                at: string | null;
                                /** @description False: known by other ways than typing */
                                mayChange: boolean;
                            }[];
                        }[];
                        consents: {
                            /** @enum {string} */
                            purpose: "marketing" | "profiling" | "sms" | "profile" | "sensitive" | "sharing" | "transfer_abroad";
                            name: string;
                            /** @description What they agree to */
                            text: string;
                            version: string;
                            given: boolean | null;
                            at: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopTellPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the button’s getphonenumber */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            name: string;
                            fields: {
                                /** @enum {string} */
                                key: "name" | "gender" | "city" | "source" | "phone" | "email" | "birthday" | "birth_year" | "language" | "remark" | "asset_interests" | "content_interests" | "product_interests" | "campaign_interests" | "purchase_occasion" | "budget" | "channel_interest" | "loyalty_programme" | "trigger_personal_occasion" | "anniversary" | "trigger_reason" | "benefit_tangible" | "benefit_emotional";
                                name: string;
                                /** @enum {string} */
                                type: "text" | "choice" | "choices" | "date" | "number" | "phone" | "email";
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                                value: (string | string[]) | null;
                                at: string | null;
                                /** @description False: known by other ways than typing */
                                mayChange: boolean;
                            }[];
                        }[];
                        consents: {
                            /** @enum {string} */
                            purpose: "marketing" | "profiling" | "sms" | "profile" | "sensitive" | "sharing" | "transfer_abroad";
                            name: string;
                            /** @description What they agree to */
                            text: string;
                            version: string;
                            given: boolean | null;
                            at: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                purpose: "marketing" | "profiling" | "sms" | "profile" | "sensitive" | "sharing" | "transfer_abroad";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    given: boolean;
                    /** @description Of the text they were shown */
                    version: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        purpose: "marketing" | "profiling" | "sms" | "profile" | "sensitive" | "sharing" | "transfer_abroad";
                        name: string;
                        /** @description What they agree to */
                        text: string;
                        version: string;
                        given: boolean | null;
                        at: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopCopyMe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopEraseMe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 删除 / ERASE */
                    confirm: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Of the goods of a paid order
                         * @enum {string}
                         */
                        fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            method: "express" | "local" | "pickup";
                            carrierId: string | null;
                            carrierName: string | null;
                            waybill: string | null;
                            /** Format: date-time */
                            shippedAt: string;
                            lines: {
                                position: number;
                                units: number;
                            }[];
                        }[];
                        confirmAtWechat: {
                            merchant_id: string;
                            merchant_trade_no: string;
                            transaction_id: string;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopConfirmReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Of the goods of a paid order
                         * @enum {string}
                         */
                        fulfilment: "to_ship" | "part_shipped" | "shipped" | "received";
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopAfterSaleOptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            position: number;
                            /** @enum {string} */
                            kind: "refund" | "return" | "exchange" | "care";
                            units: number;
                            reasons: ("changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving")[];
                            /** @description Of an exchange: what may be had instead, beside the same again */
                            replacements: {
                                skuId: string;
                                name: string;
                            }[];
                            /** @description Of an exchange: what it may be made as instead */
                            choices: {
                                optionId: string;
                                choiceId: string;
                                option: string;
                                name: string;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopAfterSales: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                orderId?: string;
            };
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            orderId: string;
                            orderNumber: string;
                            /** @enum {string} */
                            kind: "refund" | "return" | "exchange" | "care";
                            /** @enum {string} */
                            reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                            /** @enum {string} */
                            state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                            dueAt: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            /** Format: date-time */
                            changedAt: string;
                            closedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopAskAfterSale: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    orderId: string;
                    /** @enum {string} */
                    kind: "refund" | "return" | "exchange" | "care";
                    /** @enum {string} */
                    reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                    words: string;
                    lines: {
                        position: number;
                        units: number;
                    }[];
                    replacementSkuId?: string | null;
                    replacementChoice?: {
                        optionId: string;
                        choiceId: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderNumber: string;
                        /** @enum {string} */
                        kind: "refund" | "return" | "exchange" | "care";
                        /** @enum {string} */
                        reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                        /** @enum {string} */
                        state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                        dueAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        closedAt: string | null;
                        words: string;
                        /** @description Ids of what whoever asked has sent */
                        photos: string[];
                        agreedFen: number | null;
                        refundFen: number | null;
                        replacement: string | null;
                        returnCarrier: string | null;
                        returnWaybill: string | null;
                        sentCarrier: string | null;
                        sentWaybill: string | null;
                        lines: {
                            position: number;
                            units: number;
                            sellable: number | null;
                            name: string;
                            /** @description What was paid for these units */
                            mostFen: number;
                        }[];
                        steps: {
                            fromState: ("requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired") | null;
                            /** @enum {string} */
                            toState: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                            event: string;
                            note: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopAfterSale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderNumber: string;
                        /** @enum {string} */
                        kind: "refund" | "return" | "exchange" | "care";
                        /** @enum {string} */
                        reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                        /** @enum {string} */
                        state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                        dueAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        closedAt: string | null;
                        words: string;
                        /** @description Ids of what whoever asked has sent */
                        photos: string[];
                        agreedFen: number | null;
                        refundFen: number | null;
                        replacement: string | null;
                        returnCarrier: string | null;
                        returnWaybill: string | null;
                        sentCarrier: string | null;
                        sentWaybill: string | null;
                        lines: {
                            position: number;
                            units: number;
                            sellable: number | null;
                            name: string;
                            /** @description What was paid for these units */
                            mostFen: number;
                        }[];
                        steps: {
                            fromState: ("requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired") | null;
                            /** @enum {string} */
                            toState: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                            event: string;
                            note: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopWithdrawAfterSale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderNumber: string;
                        /** @enum {string} */
                        kind: "refund" | "return" | "exchange" | "care";
                        /** @enum {string} */
                        reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                        /** @enum {string} */
                        state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                        dueAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        closedAt: string | null;
                        words: string;
                        /** @description Ids of what whoever asked has sent */
                        photos: string[];
                        agreedFen: number | null;
                        refundFen: number | null;
                        replacement: string | null;
                        returnCarrier: string | null;
                        returnWaybill: string | null;
                        sentCarrier: string | null;
                        sentWaybill: string | null;
                        lines: {
                            position: number;
                            units: number;
                            sellable: number | null;
                            name: string;
                            /** @description What was paid for these units */
                            mostFen: number;
                        }[];
                        steps: {
                            fromState: ("requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired") | null;
                            /** @enum {string} */
                            toState: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                            event: string;
                            note: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopSendBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    carrier: string;
                    waybill: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderNumber: string;
                        /** @enum {string} */
                        kind: "refund" | "return" | "exchange" | "care";
                        /** @enum {string} */
                        reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                        /** @enum {string} */
                        state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                        dueAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        closedAt: string | null;
                        words: string;
                        /** @description Ids of what whoever asked has sent */
                        photos: string[];
                        agreedFen: number | null;
                        refundFen: number | null;
                        replacement: string | null;
                        returnCarrier: string | null;
                        returnWaybill: string | null;
                        sentCarrier: string | null;
                        sentWaybill: string | null;
                        lines: {
                            position: number;
                            units: number;
                            sellable: number | null;
                            name: string;
                            /** @description What was paid for these units */
                            mostFen: number;
                        }[];
                        steps: {
                            fromState: ("requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired") | null;
                            /** @enum {string} */
                            toState: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                            event: string;
                            note: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopConfirmAfterSale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderNumber: string;
                        /** @enum {string} */
                        kind: "refund" | "return" | "exchange" | "care";
                        /** @enum {string} */
                        reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                        /** @enum {string} */
                        state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                        dueAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        closedAt: string | null;
                        words: string;
                        /** @description Ids of what whoever asked has sent */
                        photos: string[];
                        agreedFen: number | null;
                        refundFen: number | null;
                        replacement: string | null;
                        returnCarrier: string | null;
                        returnWaybill: string | null;
                        sentCarrier: string | null;
                        sentWaybill: string | null;
                        lines: {
                            position: number;
                            units: number;
                            sellable: number | null;
                            name: string;
                            /** @description What was paid for these units */
                            mostFen: number;
                        }[];
                        steps: {
                            fromState: ("requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired") | null;
                            /** @enum {string} */
                            toState: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "refunding" | "refund_failed" | "done" | "refused" | "withdrawn" | "expired";
                            event: string;
                            note: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopAddPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Base64 */
                    data: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
                photoId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description As a data: address */
                        data: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopRemovePhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
                photoId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invoice: {
                            /** @enum {string} */
                            state: "requested" | "issued" | "refused" | "withdrawn";
                            /** @enum {string} */
                            titleKind: "personal" | "company";
                            details: {
                                title: string;
                                taxNumber: string | null;
                                email: string;
                            } | null;
                            /** Format: date-time */
                            requestedAt: string;
                            reason: string | null;
                            number: string | null;
                            amountFen: number | null;
                            issuedAt: string | null;
                            hasPdf: boolean;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopRequestInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    titleKind: "personal" | "company";
                    title: string;
                    taxNumber?: string | null;
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invoice: {
                            /** @enum {string} */
                            state: "requested" | "issued" | "refused" | "withdrawn";
                            /** @enum {string} */
                            titleKind: "personal" | "company";
                            details: {
                                title: string;
                                taxNumber: string | null;
                                email: string;
                            } | null;
                            /** Format: date-time */
                            requestedAt: string;
                            reason: string | null;
                            number: string | null;
                            amountFen: number | null;
                            issuedAt: string | null;
                            hasPdf: boolean;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopWithdrawInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invoice: {
                            /** @enum {string} */
                            state: "requested" | "issued" | "refused" | "withdrawn";
                            /** @enum {string} */
                            titleKind: "personal" | "company";
                            details: {
                                title: string;
                                taxNumber: string | null;
                                email: string;
                            } | null;
                            /** Format: date-time */
                            requestedAt: string;
                            reason: string | null;
                            number: string | null;
                            amountFen: number | null;
                            issuedAt: string | null;
                            hasPdf: boolean;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopInvoicePdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listGifts: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description W-50; addressed: it is known where it goes */
                state?: "unpaid" | "waiting" | "addressed" | "returned" | "cancelled";
                storefrontId?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            orderId: string;
                            orderNumber: string;
                            storefrontId: string;
                            storefrontName: string;
                            /**
                             * @description Who says where it goes: the receiver of a link, or the buyer
                             * @enum {string}
                             */
                            path: "link" | "address";
                            /**
                             * @description W-50; addressed: it is known where it goes
                             * @enum {string}
                             */
                            state: "unpaid" | "waiting" | "addressed" | "returned" | "cancelled";
                            /** Format: date-time */
                            createdAt: string;
                            openedAt: string | null;
                            addressedAt: string | null;
                            expiresAt: string | null;
                            remindedAt: string | null;
                            returnedAt: string | null;
                            returnedWhy: ("expired" | "refused" | "refunded") | null;
                            thankedAt: string | null;
                            buyerContactId: number | null;
                            receiverContactId: number | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readGift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        orderId: string;
                        orderNumber: string;
                        storefrontId: string;
                        storefrontName: string;
                        /**
                         * @description Who says where it goes: the receiver of a link, or the buyer
                         * @enum {string}
                         */
                        path: "link" | "address";
                        /**
                         * @description W-50; addressed: it is known where it goes
                         * @enum {string}
                         */
                        state: "unpaid" | "waiting" | "addressed" | "returned" | "cancelled";
                        /** Format: date-time */
                        createdAt: string;
                        openedAt: string | null;
                        addressedAt: string | null;
                        expiresAt: string | null;
                        remindedAt: string | null;
                        returnedAt: string | null;
                        returnedWhy: ("expired" | "refused" | "refunded") | null;
                        thankedAt: string | null;
                        buyerContactId: number | null;
                        receiverContactId: number | null;
                        /** @description What the receiver is asked to choose */
                        asks: ("size" | "length" | "colour")[];
                        card: {
                            senderName: string | null;
                            message: {
                                zh: string;
                                en: string;
                            } | null;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readGiftSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offered: boolean;
                        /** @description How long a link waits for its receiver */
                        days: number;
                        messages: {
                            id: string;
                            zh: string;
                            en: string;
                        }[];
                        reminder: {
                            templateId: string;
                            thingKey: string;
                            timeKey: string;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    saveGiftSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    offered: boolean;
                    /** @description How long a link waits for its receiver */
                    days: number;
                    messages: {
                        id: string;
                        zh: string;
                        en: string;
                    }[];
                    reminder: {
                        templateId: string;
                        thingKey: string;
                        timeKey: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offered: boolean;
                        /** @description How long a link waits for its receiver */
                        days: number;
                        messages: {
                            id: string;
                            zh: string;
                            en: string;
                        }[];
                        reminder: {
                            templateId: string;
                            thingKey: string;
                            timeKey: string;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopGifting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                storefrontId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offered: boolean;
                        days: number;
                        messages: {
                            id: string;
                            zh: string;
                            en: string;
                        }[];
                        longestMessage: number;
                        longestName: number;
                        reminderTemplateId: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopGift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Who says where it goes: the receiver of a link, or the buyer
                         * @enum {string}
                         */
                        path: "link" | "address";
                        /**
                         * @description W-50; addressed: it is known where it goes
                         * @enum {string}
                         */
                        state: "unpaid" | "waiting" | "addressed" | "returned" | "cancelled";
                        senderName: string | null;
                        message: {
                            zh: string;
                            en: string;
                        } | null;
                        asks: ("size" | "length" | "colour")[];
                        thanks: string | null;
                        expiresAt: string | null;
                        openedAt: string | null;
                        addressedAt: string | null;
                        reopenedAt: string | null;
                        returnedAt: string | null;
                        returnedWhy: ("expired" | "refused" | "refunded") | null;
                        thankedAt: string | null;
                        share: {
                            title: {
                                zh: string;
                                en: string;
                            };
                            path: string;
                            /** @description In the mini program’s own files */
                            picture: string;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopSayWithGift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    senderName: string;
                    messageId?: string | null;
                    ownMessage?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Who says where it goes: the receiver of a link, or the buyer
                         * @enum {string}
                         */
                        path: "link" | "address";
                        /**
                         * @description W-50; addressed: it is known where it goes
                         * @enum {string}
                         */
                        state: "unpaid" | "waiting" | "addressed" | "returned" | "cancelled";
                        senderName: string | null;
                        message: {
                            zh: string;
                            en: string;
                        } | null;
                        asks: ("size" | "length" | "colour")[];
                        thanks: string | null;
                        expiresAt: string | null;
                        openedAt: string | null;
                        addressedAt: string | null;
                        reopenedAt: string | null;
                        returnedAt: string | null;
                        returnedWhy: ("expired" | "refused" | "refunded") | null;
                        thankedAt: string | null;
                        share: {
                            title: {
                                zh: string;
                                en: string;
                            };
                            path: string;
                            /** @description In the mini program’s own files */
                            picture: string;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopRenewGiftLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Who says where it goes: the receiver of a link, or the buyer
                         * @enum {string}
                         */
                        path: "link" | "address";
                        /**
                         * @description W-50; addressed: it is known where it goes
                         * @enum {string}
                         */
                        state: "unpaid" | "waiting" | "addressed" | "returned" | "cancelled";
                        senderName: string | null;
                        message: {
                            zh: string;
                            en: string;
                        } | null;
                        asks: ("size" | "length" | "colour")[];
                        thanks: string | null;
                        expiresAt: string | null;
                        openedAt: string | null;
                        addressedAt: string | null;
                        reopenedAt: string | null;
                        returnedAt: string | null;
                        returnedWhy: ("expired" | "refused" | "refunded") | null;
                        thankedAt: string | null;
                        share: {
                            title: {
                                zh: string;
                                en: string;
                            };
                            path: string;
                            /** @description In the mini program’s own files */
                            picture: string;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopOpenGift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string | null;
                        /**
                         * @description own: given by whoever looks
                         * @enum {string}
                         */
                        standing: "open" | "yours" | "taken" | "over" | "own";
                        senderName: string | null;
                        message: {
                            zh: string;
                            en: string;
                        } | null;
                        expiresAt: string | null;
                        questions: {
                            id: string;
                            /**
                             * @description All that is said of it
                             * @enum {string}
                             */
                            asks: "size" | "length" | "colour";
                            choices: {
                                id: string;
                                name: string;
                            }[];
                        }[];
                        acceptedAt: string | null;
                        thanks: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopAcceptGift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    address: {
                        name: string;
                        phone: string;
                        province: string;
                        city: string;
                        district: string;
                        detail: string;
                    };
                    /** @description Question id → choice id */
                    choices?: {
                        [key: string]: string;
                    };
                    marketingConsent?: string | null;
                    /** @enum {string} */
                    channel: "mini_program" | "h5";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string | null;
                        /**
                         * @description own: given by whoever looks
                         * @enum {string}
                         */
                        standing: "open" | "yours" | "taken" | "over" | "own";
                        senderName: string | null;
                        message: {
                            zh: string;
                            en: string;
                        } | null;
                        expiresAt: string | null;
                        questions: {
                            id: string;
                            /**
                             * @description All that is said of it
                             * @enum {string}
                             */
                            asks: "size" | "length" | "colour";
                            choices: {
                                id: string;
                                name: string;
                            }[];
                        }[];
                        acceptedAt: string | null;
                        thanks: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopRefuseGift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string | null;
                        /**
                         * @description own: given by whoever looks
                         * @enum {string}
                         */
                        standing: "open" | "yours" | "taken" | "over" | "own";
                        senderName: string | null;
                        message: {
                            zh: string;
                            en: string;
                        } | null;
                        expiresAt: string | null;
                        questions: {
                            id: string;
                            /**
                             * @description All that is said of it
                             * @enum {string}
                             */
                            asks: "size" | "length" | "colour";
                            choices: {
                                id: string;
                                name: string;
                            }[];
                        }[];
                        acceptedAt: string | null;
                        thanks: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopReceivedGifts: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                shopId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string | null;
                            /**
                             * @description own: given by whoever looks
                             * @enum {string}
                             */
                            standing: "open" | "yours" | "taken" | "over" | "own";
                            senderName: string | null;
                            message: {
                                zh: string;
                                en: string;
                            } | null;
                            expiresAt: string | null;
                            questions: {
                                id: string;
                                /**
                                 * @description All that is said of it
                                 * @enum {string}
                                 */
                                asks: "size" | "length" | "colour";
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                            }[];
                            acceptedAt: string | null;
                            thanks: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopReceivedGift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                giftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        gift: {
                            id: string | null;
                            /**
                             * @description own: given by whoever looks
                             * @enum {string}
                             */
                            standing: "open" | "yours" | "taken" | "over" | "own";
                            senderName: string | null;
                            message: {
                                zh: string;
                                en: string;
                            } | null;
                            expiresAt: string | null;
                            questions: {
                                id: string;
                                /**
                                 * @description All that is said of it
                                 * @enum {string}
                                 */
                                asks: "size" | "length" | "colour";
                                choices: {
                                    id: string;
                                    name: string;
                                }[];
                            }[];
                            acceptedAt: string | null;
                            thanks: string | null;
                        };
                        parcels: {
                            carrier: string | null;
                            waybill: string | null;
                            /** Format: date-time */
                            sentAt: string;
                        }[];
                        address: {
                            name: string;
                            phone: string;
                            province: string;
                            city: string;
                            district: string;
                            detail: string;
                        } | null;
                        mayCorrect: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopCorrectGiftAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                giftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: {
                        name: string;
                        phone: string;
                        province: string;
                        city: string;
                        district: string;
                        detail: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string | null;
                        /**
                         * @description own: given by whoever looks
                         * @enum {string}
                         */
                        standing: "open" | "yours" | "taken" | "over" | "own";
                        senderName: string | null;
                        message: {
                            zh: string;
                            en: string;
                        } | null;
                        expiresAt: string | null;
                        questions: {
                            id: string;
                            /**
                             * @description All that is said of it
                             * @enum {string}
                             */
                            asks: "size" | "length" | "colour";
                            choices: {
                                id: string;
                                name: string;
                            }[];
                        }[];
                        acceptedAt: string | null;
                        thanks: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopThankForGift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                giftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string | null;
                        /**
                         * @description own: given by whoever looks
                         * @enum {string}
                         */
                        standing: "open" | "yours" | "taken" | "over" | "own";
                        senderName: string | null;
                        message: {
                            zh: string;
                            en: string;
                        } | null;
                        expiresAt: string | null;
                        questions: {
                            id: string;
                            /**
                             * @description All that is said of it
                             * @enum {string}
                             */
                            asks: "size" | "length" | "colour";
                            choices: {
                                id: string;
                                name: string;
                            }[];
                        }[];
                        acceptedAt: string | null;
                        thanks: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopGiftService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                giftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            /** @enum {string} */
                            kind: "exchange" | "care";
                            reasons: ("changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving")[];
                            most: number | null;
                        }[];
                        /** @description Of an exchange: one of all these, or the same again */
                        instead: {
                            /** @enum {string} */
                            asks: "size" | "length" | "colour";
                            choices: {
                                id: string;
                                name: string;
                            }[];
                        }[];
                        cases: {
                            id: string;
                            /** @enum {string} */
                            kind: "exchange" | "care";
                            /** @enum {string} */
                            reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                            /** @enum {string} */
                            state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "done" | "refused" | "withdrawn" | "expired";
                            words: string;
                            instead: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            dueAt: string | null;
                            notes: {
                                /** Format: date-time */
                                at: string;
                                text: string;
                            }[];
                            returnCarrier: string | null;
                            returnWaybill: string | null;
                            sentCarrier: string | null;
                            sentWaybill: string | null;
                            /** @description Ids of those they sent */
                            photos: string[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopAskGiftService: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path: {
                giftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "exchange" | "care";
                    /** @enum {string} */
                    reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                    words: string;
                    units?: number;
                    /** @description Of an exchange: what instead; absent: the same again, or as the words say */
                    choice?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "exchange" | "care";
                        /** @enum {string} */
                        reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                        /** @enum {string} */
                        state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "done" | "refused" | "withdrawn" | "expired";
                        words: string;
                        instead: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        dueAt: string | null;
                        notes: {
                            /** Format: date-time */
                            at: string;
                            text: string;
                        }[];
                        returnCarrier: string | null;
                        returnWaybill: string | null;
                        sentCarrier: string | null;
                        sentWaybill: string | null;
                        /** @description Ids of those they sent */
                        photos: string[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopWithdrawGiftService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                giftId: string;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "exchange" | "care";
                        /** @enum {string} */
                        reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                        /** @enum {string} */
                        state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "done" | "refused" | "withdrawn" | "expired";
                        words: string;
                        instead: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        dueAt: string | null;
                        notes: {
                            /** Format: date-time */
                            at: string;
                            text: string;
                        }[];
                        returnCarrier: string | null;
                        returnWaybill: string | null;
                        sentCarrier: string | null;
                        sentWaybill: string | null;
                        /** @description Ids of those they sent */
                        photos: string[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopSendBackGift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                giftId: string;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    carrier: string;
                    waybill: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "exchange" | "care";
                        /** @enum {string} */
                        reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                        /** @enum {string} */
                        state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "done" | "refused" | "withdrawn" | "expired";
                        words: string;
                        instead: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        dueAt: string | null;
                        notes: {
                            /** Format: date-time */
                            at: string;
                            text: string;
                        }[];
                        returnCarrier: string | null;
                        returnWaybill: string | null;
                        sentCarrier: string | null;
                        sentWaybill: string | null;
                        /** @description Ids of those they sent */
                        photos: string[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopConfirmGiftService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                giftId: string;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "exchange" | "care";
                        /** @enum {string} */
                        reason: "changed_mind" | "late" | "damaged" | "defect" | "not_as_described" | "wrong_item" | "size" | "repair" | "engraving";
                        /** @enum {string} */
                        state: "requested" | "awaiting_return" | "returning" | "to_send" | "sent" | "done" | "refused" | "withdrawn" | "expired";
                        words: string;
                        instead: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        dueAt: string | null;
                        notes: {
                            /** Format: date-time */
                            at: string;
                            text: string;
                        }[];
                        returnCarrier: string | null;
                        returnWaybill: string | null;
                        sentCarrier: string | null;
                        sentWaybill: string | null;
                        /** @description Ids of those they sent */
                        photos: string[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopAddGiftPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                giftId: string;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Base64 */
                    data: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopGiftPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                giftId: string;
                caseId: string;
                photoId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description As a data: address */
                        data: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    shopRemoveGiftPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                giftId: string;
                caseId: string;
                photoId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    segmentRuleSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Schema */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    previewSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A tree of conditions; its JSON Schema stands at /segments/rule-schema */
                    rule: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description How many of them to show, masked
                     * @default 0
                     */
                    sample?: number;
                    /** @description Live segments to set it beside */
                    overlapWith?: string[];
                    /**
                     * @description Also by stage, for what they are worth (W-30)
                     * @default false
                     */
                    stages?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        count: number;
                        /** @description All people of the brand */
                        of: number;
                        sentence: {
                            zh: string;
                            en: string;
                        };
                        /** @description { type, text: { zh, en }, lines: […] } */
                        lines: {
                            [key: string]: unknown;
                        };
                        sample: {
                            id: number;
                            name: string | null;
                            phone: string | null;
                            /** @enum {string} */
                            stage: "lead" | "prospect" | "new" | "recurring";
                            subscribed: boolean;
                            followedAt: string | null;
                            unfollowedAt: string | null;
                            /** @enum {string} */
                            source: "qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown";
                            channelId: string | null;
                            tags: string[];
                            /**
                             * Format: date-time
                             * @description Observed since
                             */
                            firstSeenAt: string;
                            lastActiveAt: string | null;
                        }[];
                        overlaps: {
                            segmentId: string;
                            both: number;
                            size: number;
                        }[];
                        stages?: {
                            lead: number;
                            prospect: number;
                            new: number;
                            recurring: number;
                        };
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    previewSegmentList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One name a line, or CSV whose heading names the column; UTF-8 */
                    text: string;
                    /**
                     * @description What the rows call people by
                     * @enum {string}
                     */
                    by: "openid" | "phone" | "member_no" | "external_id" | "unionid" | "contact";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Name it when the list is made */
                        digest: string;
                        rows: number;
                        /** @description Who would be in it */
                        people: number;
                        /** @description Rows that name somebody a second time */
                        repeated: number;
                        errors: ({
                            line: number;
                            /** @enum {string} */
                            code: "invalid" | "unknown" | "erased" | "not_following";
                        } & {
                            zh: string;
                            en: string;
                        })[];
                        moreErrors: number;
                        byCode: {
                            invalid: number;
                            unknown: number;
                            erased: number;
                            not_following: number;
                        };
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createSegmentList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description One name a line, or CSV whose heading names the column; UTF-8 */
                    text: string;
                    /**
                     * @description What the rows call people by
                     * @enum {string}
                     */
                    by: "openid" | "phone" | "member_no" | "external_id" | "unionid" | "contact";
                    digest: string;
                    /** @default false */
                    leaveOut?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        size: number | null;
                        leftOut: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listSegments: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description In the name */
                text?: string;
                kind?: "rule" | "list";
                state?: "draft" | "publishing" | "live" | "failed" | "archived";
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "rule" | "list";
                            /** @enum {string} */
                            state: "draft" | "publishing" | "live" | "failed" | "archived";
                            size: number | null;
                            /**
                             * @description Not shown to head office: under ten people, or a count such a one could be computed from
                             * @enum {string}
                             */
                            suppressed?: "small" | "complement";
                            version: number;
                            liveVersion: number | null;
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            changedAt: string;
                            publishedAt: string | null;
                            archivedAt: string | null;
                            /** @description Members day by day, at most 60 days */
                            trend: number[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description A tree of conditions; its JSON Schema stands at /segments/rule-schema */
                    rule: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        kind: "rule" | "list";
                        /** @enum {string} */
                        state: "draft" | "publishing" | "live" | "failed" | "archived";
                        size: number | null;
                        /**
                         * @description Not shown to head office: under ten people, or a count such a one could be computed from
                         * @enum {string}
                         */
                        suppressed?: "small" | "complement";
                        version: number;
                        liveVersion: number | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        publishedAt: string | null;
                        archivedAt: string | null;
                        rule: {
                            [key: string]: unknown;
                        } | null;
                        sentence: {
                            zh: string;
                            en: string;
                        } | null;
                        lines: {
                            [key: string]: unknown;
                        } | null;
                        job: {
                            id: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            done: number;
                            total: number | null;
                            lastError: {
                                zh: string;
                                en: string;
                            } | null;
                            startedAt: string | null;
                            finishedAt: string | null;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        kind: "rule" | "list";
                        /** @enum {string} */
                        state: "draft" | "publishing" | "live" | "failed" | "archived";
                        size: number | null;
                        /**
                         * @description Not shown to head office: under ten people, or a count such a one could be computed from
                         * @enum {string}
                         */
                        suppressed?: "small" | "complement";
                        version: number;
                        liveVersion: number | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        publishedAt: string | null;
                        archivedAt: string | null;
                        rule: {
                            [key: string]: unknown;
                        } | null;
                        sentence: {
                            zh: string;
                            en: string;
                        } | null;
                        lines: {
                            [key: string]: unknown;
                        } | null;
                        job: {
                            id: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            done: number;
                            total: number | null;
                            lastError: {
                                zh: string;
                                en: string;
                            } | null;
                            startedAt: string | null;
                            finishedAt: string | null;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description A tree of conditions; its JSON Schema stands at /segments/rule-schema */
                    rule?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        kind: "rule" | "list";
                        /** @enum {string} */
                        state: "draft" | "publishing" | "live" | "failed" | "archived";
                        size: number | null;
                        /**
                         * @description Not shown to head office: under ten people, or a count such a one could be computed from
                         * @enum {string}
                         */
                        suppressed?: "small" | "complement";
                        version: number;
                        liveVersion: number | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        publishedAt: string | null;
                        archivedAt: string | null;
                        rule: {
                            [key: string]: unknown;
                        } | null;
                        sentence: {
                            zh: string;
                            en: string;
                        } | null;
                        lines: {
                            [key: string]: unknown;
                        } | null;
                        job: {
                            id: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            done: number;
                            total: number | null;
                            lastError: {
                                zh: string;
                                en: string;
                            } | null;
                            startedAt: string | null;
                            finishedAt: string | null;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    duplicateSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        kind: "rule" | "list";
                        /** @enum {string} */
                        state: "draft" | "publishing" | "live" | "failed" | "archived";
                        size: number | null;
                        /**
                         * @description Not shown to head office: under ten people, or a count such a one could be computed from
                         * @enum {string}
                         */
                        suppressed?: "small" | "complement";
                        version: number;
                        liveVersion: number | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        publishedAt: string | null;
                        archivedAt: string | null;
                        rule: {
                            [key: string]: unknown;
                        } | null;
                        sentence: {
                            zh: string;
                            en: string;
                        } | null;
                        lines: {
                            [key: string]: unknown;
                        } | null;
                        job: {
                            id: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            done: number;
                            total: number | null;
                            lastError: {
                                zh: string;
                                en: string;
                            } | null;
                            startedAt: string | null;
                            finishedAt: string | null;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    archiveSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        /** @enum {string} */
                        kind: "rule" | "list";
                        /** @enum {string} */
                        state: "draft" | "publishing" | "live" | "failed" | "archived";
                        size: number | null;
                        /**
                         * @description Not shown to head office: under ten people, or a count such a one could be computed from
                         * @enum {string}
                         */
                        suppressed?: "small" | "complement";
                        version: number;
                        liveVersion: number | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        publishedAt: string | null;
                        archivedAt: string | null;
                        rule: {
                            [key: string]: unknown;
                        } | null;
                        sentence: {
                            zh: string;
                            en: string;
                        } | null;
                        lines: {
                            [key: string]: unknown;
                        } | null;
                        job: {
                            id: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            done: number;
                            total: number | null;
                            lastError: {
                                zh: string;
                                en: string;
                            } | null;
                            startedAt: string | null;
                            finishedAt: string | null;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    publishSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        jobId: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    cancelPublishing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listSegmentMembers: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            id: number;
                            name: string | null;
                            phone: string | null;
                            /** @enum {string} */
                            stage: "lead" | "prospect" | "new" | "recurring";
                            subscribed: boolean;
                            followedAt: string | null;
                            unfollowedAt: string | null;
                            /** @enum {string} */
                            source: "qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown";
                            channelId: string | null;
                            tags: string[];
                            /**
                             * Format: date-time
                             * @description Observed since
                             */
                            firstSeenAt: string;
                            lastActiveAt: string | null;
                        } & {
                            /** Format: date-time */
                            enteredAt: string;
                        })[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    segmentStages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lead: number | null;
                        prospect: number | null;
                        new: number | null;
                        recurring: number | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    segmentOverlaps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            segmentId: string;
                            name: string;
                            both: number;
                            size: number | null;
                        }[];
                        /** @description 1: counted. More: of every so many members one was asked, and `both` is that times so many */
                        oneIn: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    segmentHistory: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date */
                            day: string;
                            size: number | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    exportSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    whyInSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "rule" | "list";
                        member: boolean;
                        enteredAt: string | null;
                        /** Format: date-time */
                        asOf: string;
                        changesAt: string | null;
                        sentence: {
                            zh: string;
                            en: string;
                        } | null;
                        reason: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    contactSegments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "rule" | "list";
                            /** Format: date-time */
                            enteredAt: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listSegmentTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            tagId: string;
                            name: string;
                            assetId: string;
                            state: ("queued" | "running" | "done" | "failed" | "cancelled") | null;
                            done: number;
                            total: number | null;
                            lastError: {
                                zh: string;
                                en: string;
                            } | null;
                            startedAt: string | null;
                            finishedAt: string | null;
                            resumesAt: string | null;
                            added: number;
                            removed: number;
                            /** @description Followers who carry 20 tags already */
                            full: number;
                            /** @description Openids WeChat refused */
                            refused: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    writeSegmentTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assetId: string;
                    /** @description A tag of that account */
                    tagId?: string;
                    /** @description Of a new tag, without `tagId` */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tagId: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    forgetSegmentTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                segmentId: string;
                tagId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    contentWords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contentTypes: {
                            [key: string]: {
                                zh: string;
                                en: string;
                            };
                        };
                        poolGroups: {
                            [key: string]: {
                                zh: string;
                                en: string;
                            };
                        };
                        poolAudiences: {
                            [key: string]: {
                                zh: string;
                                en: string;
                            };
                        };
                        limits: {
                            [key: string]: number;
                        };
                        elements: {
                            [key: string]: {
                                zh: string;
                                en: string;
                                /** @enum {string} */
                                influences: "open" | "engagement";
                                /** @enum {string} */
                                kind: "choice" | "count";
                                values?: {
                                    [key: string]: {
                                        zh: string;
                                        en: string;
                                    };
                                };
                                min?: number;
                                max?: number;
                            };
                        };
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Part of the title or digest */
                text?: string;
                topic?: string;
                /** @description L-04; an h5 or a game names where it is played in `h5Url` */
                contentType?: "graphic" | "picture" | "video" | "h5" | "game";
                partnerId?: string;
                /** @description W-37 */
                poolGroup?: "sales" | "crm" | "adhoc";
                /** @description Of the newest version */
                approval?: "none" | "open" | "overdue" | "approved" | "changes_requested";
                archived?: boolean;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            version: number;
                            title: string;
                            digest: string;
                            author: string;
                            topic: string;
                            coverId: string | null;
                            /**
                             * @description L-04; an h5 or a game names where it is played in `h5Url`
                             * @enum {string}
                             */
                            contentType: "graphic" | "picture" | "video" | "h5" | "game";
                            partnerId: string | null;
                            partnerCostFen: number | null;
                            pool: {
                                /**
                                 * @description W-37
                                 * @enum {string}
                                 */
                                group: "sales" | "crm" | "adhoc";
                                audiences: ("unidentified" | "identified" | "member" | "lead" | "prospect" | "new" | "recurring")[];
                                expiresAt: string | null;
                                invitesToJoin: boolean;
                            } | null;
                            plannedDay: string | null;
                            /**
                             * @description Of the newest version
                             * @enum {string}
                             */
                            approval: "none" | "open" | "overdue" | "approved" | "changes_requested";
                            deadline: string | null;
                            changedBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            changedAt: string;
                            archivedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    author?: string;
                    digest?: string;
                    /** @description HTML; what WeChat would not keep is taken out and told */
                    content?: string;
                    readMoreUrl?: string | null;
                    h5Url?: string | null;
                    coverId?: string | null;
                    topic?: string;
                    /** @description W-40: keys and values of GET /content/words */
                    elements?: {
                        [key: string]: string | number;
                    };
                    /**
                     * @description L-04; an h5 or a game names where it is played in `h5Url`
                     * @enum {string}
                     */
                    contentType?: "graphic" | "picture" | "video" | "h5" | "game";
                    partnerId?: string | null;
                    partnerCostFen?: number | null;
                    pool?: {
                        /**
                         * @description W-37
                         * @enum {string}
                         */
                        group: "sales" | "crm" | "adhoc";
                        audiences: ("unidentified" | "identified" | "member" | "lead" | "prospect" | "new" | "recurring")[];
                        expiresAt: string | null;
                        /** @description Says "join the programme"; default: read from the text. Such an article never goes where members may be (W-37). */
                        invitesToJoin?: boolean;
                    } | null;
                    plannedDay?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        article: {
                            id: string;
                            version: number;
                            title: string;
                            digest: string;
                            author: string;
                            topic: string;
                            coverId: string | null;
                            /**
                             * @description L-04; an h5 or a game names where it is played in `h5Url`
                             * @enum {string}
                             */
                            contentType: "graphic" | "picture" | "video" | "h5" | "game";
                            partnerId: string | null;
                            partnerCostFen: number | null;
                            pool: {
                                /**
                                 * @description W-37
                                 * @enum {string}
                                 */
                                group: "sales" | "crm" | "adhoc";
                                audiences: ("unidentified" | "identified" | "member" | "lead" | "prospect" | "new" | "recurring")[];
                                expiresAt: string | null;
                                invitesToJoin: boolean;
                            } | null;
                            plannedDay: string | null;
                            /**
                             * @description Of the newest version
                             * @enum {string}
                             */
                            approval: "none" | "open" | "overdue" | "approved" | "changes_requested";
                            deadline: string | null;
                            changedBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            changedAt: string;
                            archivedAt: string | null;
                            /** @description HTML as WeChat keeps it */
                            content: string;
                            readMoreUrl: string | null;
                            h5Url: string | null;
                            /** @description W-40: keys and values of GET /content/words */
                            elements: {
                                [key: string]: string | number;
                            };
                            /** @description W-40: keys and values of GET /content/words */
                            completeElements: {
                                [key: string]: string | number;
                            };
                            findings: {
                                /** @enum {string} */
                                rule: "teaser_normal" | "teaser_promotional" | "short_title" | "mini_program_link" | "plain_button" | "early_call";
                                /** @enum {string} */
                                field: "title" | "cover" | "content";
                                /** @description Percent */
                                lift: number;
                                /** @enum {string} */
                                on: "open_rate" | "engagement_rate";
                                advice: {
                                    zh: string;
                                    en: string;
                                };
                                source: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            links: {
                                /**
                                 * @description K-01, K-02
                                 * @enum {string}
                                 */
                                placement: "read_more" | "mp_card" | "inline_link" | "image_link";
                                target: string;
                                label: string;
                                toMiniProgram: boolean;
                                /** @description Estimated, from 1 */
                                screen: number;
                            }[];
                            screens: number;
                        };
                        /** @description What WeChat would not have kept */
                        removed: {
                            /** @enum {string} */
                            kind: "tag" | "attribute" | "style" | "picture" | "link";
                            name: string;
                            count: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    articleTopics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: string[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                articleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        title: string;
                        digest: string;
                        author: string;
                        topic: string;
                        coverId: string | null;
                        /**
                         * @description L-04; an h5 or a game names where it is played in `h5Url`
                         * @enum {string}
                         */
                        contentType: "graphic" | "picture" | "video" | "h5" | "game";
                        partnerId: string | null;
                        partnerCostFen: number | null;
                        pool: {
                            /**
                             * @description W-37
                             * @enum {string}
                             */
                            group: "sales" | "crm" | "adhoc";
                            audiences: ("unidentified" | "identified" | "member" | "lead" | "prospect" | "new" | "recurring")[];
                            expiresAt: string | null;
                            invitesToJoin: boolean;
                        } | null;
                        plannedDay: string | null;
                        /**
                         * @description Of the newest version
                         * @enum {string}
                         */
                        approval: "none" | "open" | "overdue" | "approved" | "changes_requested";
                        deadline: string | null;
                        changedBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        archivedAt: string | null;
                        /** @description HTML as WeChat keeps it */
                        content: string;
                        readMoreUrl: string | null;
                        h5Url: string | null;
                        /** @description W-40: keys and values of GET /content/words */
                        elements: {
                            [key: string]: string | number;
                        };
                        /** @description W-40: keys and values of GET /content/words */
                        completeElements: {
                            [key: string]: string | number;
                        };
                        findings: {
                            /** @enum {string} */
                            rule: "teaser_normal" | "teaser_promotional" | "short_title" | "mini_program_link" | "plain_button" | "early_call";
                            /** @enum {string} */
                            field: "title" | "cover" | "content";
                            /** @description Percent */
                            lift: number;
                            /** @enum {string} */
                            on: "open_rate" | "engagement_rate";
                            advice: {
                                zh: string;
                                en: string;
                            };
                            source: {
                                zh: string;
                                en: string;
                            };
                        }[];
                        links: {
                            /**
                             * @description K-01, K-02
                             * @enum {string}
                             */
                            placement: "read_more" | "mp_card" | "inline_link" | "image_link";
                            target: string;
                            label: string;
                            toMiniProgram: boolean;
                            /** @description Estimated, from 1 */
                            screen: number;
                        }[];
                        screens: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    decideArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                articleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description L-04; an h5 or a game names where it is played in `h5Url`
                     * @enum {string}
                     */
                    contentType?: "graphic" | "picture" | "video" | "h5" | "game";
                    partnerId?: string | null;
                    partnerCostFen?: number | null;
                    pool?: {
                        /**
                         * @description W-37
                         * @enum {string}
                         */
                        group: "sales" | "crm" | "adhoc";
                        audiences: ("unidentified" | "identified" | "member" | "lead" | "prospect" | "new" | "recurring")[];
                        expiresAt: string | null;
                        /** @description Says "join the programme"; default: read from the text. Such an article never goes where members may be (W-37). */
                        invitesToJoin?: boolean;
                    } | null;
                    plannedDay?: string | null;
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        title: string;
                        digest: string;
                        author: string;
                        topic: string;
                        coverId: string | null;
                        /**
                         * @description L-04; an h5 or a game names where it is played in `h5Url`
                         * @enum {string}
                         */
                        contentType: "graphic" | "picture" | "video" | "h5" | "game";
                        partnerId: string | null;
                        partnerCostFen: number | null;
                        pool: {
                            /**
                             * @description W-37
                             * @enum {string}
                             */
                            group: "sales" | "crm" | "adhoc";
                            audiences: ("unidentified" | "identified" | "member" | "lead" | "prospect" | "new" | "recurring")[];
                            expiresAt: string | null;
                            invitesToJoin: boolean;
                        } | null;
                        plannedDay: string | null;
                        /**
                         * @description Of the newest version
                         * @enum {string}
                         */
                        approval: "none" | "open" | "overdue" | "approved" | "changes_requested";
                        deadline: string | null;
                        changedBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        archivedAt: string | null;
                        /** @description HTML as WeChat keeps it */
                        content: string;
                        readMoreUrl: string | null;
                        h5Url: string | null;
                        /** @description W-40: keys and values of GET /content/words */
                        elements: {
                            [key: string]: string | number;
                        };
                        /** @description W-40: keys and values of GET /content/words */
                        completeElements: {
                            [key: string]: string | number;
                        };
                        findings: {
                            /** @enum {string} */
                            rule: "teaser_normal" | "teaser_promotional" | "short_title" | "mini_program_link" | "plain_button" | "early_call";
                            /** @enum {string} */
                            field: "title" | "cover" | "content";
                            /** @description Percent */
                            lift: number;
                            /** @enum {string} */
                            on: "open_rate" | "engagement_rate";
                            advice: {
                                zh: string;
                                en: string;
                            };
                            source: {
                                zh: string;
                                en: string;
                            };
                        }[];
                        links: {
                            /**
                             * @description K-01, K-02
                             * @enum {string}
                             */
                            placement: "read_more" | "mp_card" | "inline_link" | "image_link";
                            target: string;
                            label: string;
                            toMiniProgram: boolean;
                            /** @description Estimated, from 1 */
                            screen: number;
                        }[];
                        screens: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeArticleText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                articleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version this was written from; 409 article_changed when there is a newer one */
                    version: number;
                    title: string;
                    author?: string;
                    digest?: string;
                    /** @description HTML; what WeChat would not keep is taken out and told */
                    content?: string;
                    readMoreUrl?: string | null;
                    h5Url?: string | null;
                    coverId?: string | null;
                    topic?: string;
                    /** @description W-40: keys and values of GET /content/words */
                    elements?: {
                        [key: string]: string | number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        article: {
                            id: string;
                            version: number;
                            title: string;
                            digest: string;
                            author: string;
                            topic: string;
                            coverId: string | null;
                            /**
                             * @description L-04; an h5 or a game names where it is played in `h5Url`
                             * @enum {string}
                             */
                            contentType: "graphic" | "picture" | "video" | "h5" | "game";
                            partnerId: string | null;
                            partnerCostFen: number | null;
                            pool: {
                                /**
                                 * @description W-37
                                 * @enum {string}
                                 */
                                group: "sales" | "crm" | "adhoc";
                                audiences: ("unidentified" | "identified" | "member" | "lead" | "prospect" | "new" | "recurring")[];
                                expiresAt: string | null;
                                invitesToJoin: boolean;
                            } | null;
                            plannedDay: string | null;
                            /**
                             * @description Of the newest version
                             * @enum {string}
                             */
                            approval: "none" | "open" | "overdue" | "approved" | "changes_requested";
                            deadline: string | null;
                            changedBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            changedAt: string;
                            archivedAt: string | null;
                            /** @description HTML as WeChat keeps it */
                            content: string;
                            readMoreUrl: string | null;
                            h5Url: string | null;
                            /** @description W-40: keys and values of GET /content/words */
                            elements: {
                                [key: string]: string | number;
                            };
                            /** @description W-40: keys and values of GET /content/words */
                            completeElements: {
                                [key: string]: string | number;
                            };
                            findings: {
                                /** @enum {string} */
                                rule: "teaser_normal" | "teaser_promotional" | "short_title" | "mini_program_link" | "plain_button" | "early_call";
                                /** @enum {string} */
                                field: "title" | "cover" | "content";
                                /** @description Percent */
                                lift: number;
                                /** @enum {string} */
                                on: "open_rate" | "engagement_rate";
                                advice: {
                                    zh: string;
                                    en: string;
                                };
                                source: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            links: {
                                /**
                                 * @description K-01, K-02
                                 * @enum {string}
                                 */
                                placement: "read_more" | "mp_card" | "inline_link" | "image_link";
                                target: string;
                                label: string;
                                toMiniProgram: boolean;
                                /** @description Estimated, from 1 */
                                screen: number;
                            }[];
                            screens: number;
                        };
                        /** @description What WeChat would not have kept */
                        removed: {
                            /** @enum {string} */
                            kind: "tag" | "attribute" | "style" | "picture" | "link";
                            name: string;
                            count: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    copyArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                articleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        title: string;
                        digest: string;
                        author: string;
                        topic: string;
                        coverId: string | null;
                        /**
                         * @description L-04; an h5 or a game names where it is played in `h5Url`
                         * @enum {string}
                         */
                        contentType: "graphic" | "picture" | "video" | "h5" | "game";
                        partnerId: string | null;
                        partnerCostFen: number | null;
                        pool: {
                            /**
                             * @description W-37
                             * @enum {string}
                             */
                            group: "sales" | "crm" | "adhoc";
                            audiences: ("unidentified" | "identified" | "member" | "lead" | "prospect" | "new" | "recurring")[];
                            expiresAt: string | null;
                            invitesToJoin: boolean;
                        } | null;
                        plannedDay: string | null;
                        /**
                         * @description Of the newest version
                         * @enum {string}
                         */
                        approval: "none" | "open" | "overdue" | "approved" | "changes_requested";
                        deadline: string | null;
                        changedBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        changedAt: string;
                        archivedAt: string | null;
                        /** @description HTML as WeChat keeps it */
                        content: string;
                        readMoreUrl: string | null;
                        h5Url: string | null;
                        /** @description W-40: keys and values of GET /content/words */
                        elements: {
                            [key: string]: string | number;
                        };
                        /** @description W-40: keys and values of GET /content/words */
                        completeElements: {
                            [key: string]: string | number;
                        };
                        findings: {
                            /** @enum {string} */
                            rule: "teaser_normal" | "teaser_promotional" | "short_title" | "mini_program_link" | "plain_button" | "early_call";
                            /** @enum {string} */
                            field: "title" | "cover" | "content";
                            /** @description Percent */
                            lift: number;
                            /** @enum {string} */
                            on: "open_rate" | "engagement_rate";
                            advice: {
                                zh: string;
                                en: string;
                            };
                            source: {
                                zh: string;
                                en: string;
                            };
                        }[];
                        links: {
                            /**
                             * @description K-01, K-02
                             * @enum {string}
                             */
                            placement: "read_more" | "mp_card" | "inline_link" | "image_link";
                            target: string;
                            label: string;
                            toMiniProgram: boolean;
                            /** @description Estimated, from 1 */
                            screen: number;
                        }[];
                        screens: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listArticleVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                articleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            version: number;
                            title: string;
                            /** @enum {string} */
                            origin: "written" | "copy" | "wechat";
                            by: string;
                            /** Format: date-time */
                            at: string;
                            approved: boolean;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    diffArticle: {
        parameters: {
            query: {
                from: number;
                to: number;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                articleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fields: {
                            field: string;
                            parts: {
                                /** @enum {string} */
                                kind: "same" | "removed" | "added";
                                text: string;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    checkArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    content: string;
                    readMoreUrl?: string | null;
                    /** @description W-40: keys and values of GET /content/words */
                    elements?: {
                        [key: string]: string | number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description W-40: keys and values of GET /content/words */
                        completeElements: {
                            [key: string]: string | number;
                        };
                        findings: {
                            /** @enum {string} */
                            rule: "teaser_normal" | "teaser_promotional" | "short_title" | "mini_program_link" | "plain_button" | "early_call";
                            /** @enum {string} */
                            field: "title" | "cover" | "content";
                            /** @description Percent */
                            lift: number;
                            /** @enum {string} */
                            on: "open_rate" | "engagement_rate";
                            advice: {
                                zh: string;
                                en: string;
                            };
                            source: {
                                zh: string;
                                en: string;
                            };
                        }[];
                        links: {
                            /**
                             * @description K-01, K-02
                             * @enum {string}
                             */
                            placement: "read_more" | "mp_card" | "inline_link" | "image_link";
                            target: string;
                            label: string;
                            toMiniProgram: boolean;
                            /** @description Estimated, from 1 */
                            screen: number;
                        }[];
                        screens: number;
                        removed: {
                            /** @enum {string} */
                            kind: "tag" | "attribute" | "style" | "picture" | "link";
                            name: string;
                            count: number;
                        }[];
                        /** @description Of the markup; WeChat takes fewer than 20,000 */
                        characters: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    keepCover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description JPG or PNG, base64 */
                    data: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        width: number;
                        height: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readCover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                coverId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    uploadPicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assetId: string;
                    /** @description JPG or PNG, base64 */
                    data: string;
                    /** @enum {string} */
                    use?: "body" | "card";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        width: number;
                        height: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    openApprovals: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Only what the caller’s regions are asked, and of an approver only what they may answer */
                mine?: boolean;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            articleId: string;
                            title: string;
                            version: number;
                            /** @enum {string} */
                            state: "open" | "approved" | "changes_requested" | "withdrawn" | "superseded";
                            regions: string[];
                            waiting: string[];
                            decisions: {
                                region: string;
                                /** @enum {string} */
                                decision: "approved" | "changes_requested";
                                comment: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                            deadline: string | null;
                            overdue: boolean;
                            note: string;
                            requestedBy: string;
                            /** Format: date-time */
                            requestedAt: string;
                            closedAt: string | null;
                        }[];
                        nextCursor: string | null;
                        /** @description On all pages */
                        open: number;
                        /** @description Of those */
                        overdue: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    articleApprovals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                articleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            articleId: string;
                            title: string;
                            version: number;
                            /** @enum {string} */
                            state: "open" | "approved" | "changes_requested" | "withdrawn" | "superseded";
                            regions: string[];
                            waiting: string[];
                            decisions: {
                                region: string;
                                /** @enum {string} */
                                decision: "approved" | "changes_requested";
                                comment: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                            deadline: string | null;
                            overdue: boolean;
                            note: string;
                            requestedBy: string;
                            /** Format: date-time */
                            requestedAt: string;
                            closedAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    requestApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                articleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    regions?: string[];
                    deadline?: string | null;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    decideApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                approvalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A region reviewers answer for; *: anybody who may approve */
                    region: string;
                    /** @enum {string} */
                    decision: "approved" | "changes_requested";
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        articleId: string;
                        title: string;
                        version: number;
                        /** @enum {string} */
                        state: "open" | "approved" | "changes_requested" | "withdrawn" | "superseded";
                        regions: string[];
                        waiting: string[];
                        decisions: {
                            region: string;
                            /** @enum {string} */
                            decision: "approved" | "changes_requested";
                            comment: string;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        deadline: string | null;
                        overdue: boolean;
                        note: string;
                        requestedBy: string;
                        /** Format: date-time */
                        requestedAt: string;
                        closedAt: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    withdrawApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                approvalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        articleId: string;
                        title: string;
                        version: number;
                        /** @enum {string} */
                        state: "open" | "approved" | "changes_requested" | "withdrawn" | "superseded";
                        regions: string[];
                        waiting: string[];
                        decisions: {
                            region: string;
                            /** @enum {string} */
                            decision: "approved" | "changes_requested";
                            comment: string;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        deadline: string | null;
                        overdue: boolean;
                        note: string;
                        requestedBy: string;
                        /** Format: date-time */
                        requestedAt: string;
                        closedAt: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    articleComments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                articleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            version: number;
                            text: string;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    commentArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                articleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        text: string;
                        by: string;
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    contentSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Only approved articles fill slots and go into a push */
                        approvalNeeded: boolean;
                        /** @description Asked by default; none: anybody who may approve */
                        regions: string[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeContentSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Only approved articles fill slots and go into a push */
                    approvalNeeded: boolean;
                    /** @description Asked by default; none: anybody who may approve */
                    regions: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Only approved articles fill slots and go into a push */
                        approvalNeeded: boolean;
                        /** @description Asked by default; none: anybody who may approve */
                        regions: string[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    contentPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            version: number;
                            title: string;
                            author: string;
                            digest: string;
                            coverId: string | null;
                            topic: string;
                            /**
                             * @description W-37
                             * @enum {string}
                             */
                            group: "sales" | "crm" | "adhoc";
                            audiences: ("unidentified" | "identified" | "member" | "lead" | "prospect" | "new" | "recurring")[];
                            expiresAt: string | null;
                            invitesToJoin: boolean;
                            approved: boolean;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    fillSlots: {
        parameters: {
            query: {
                audience: "everyone" | "unidentified" | "identified" | "member" | "lead" | "prospect" | "new" | "recurring";
                slots: number;
                /** @description Ids already in the push, separated by commas */
                taken?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            version: number;
                            title: string;
                            author: string;
                            digest: string;
                            coverId: string | null;
                            topic: string;
                            /**
                             * @description W-37
                             * @enum {string}
                             */
                            group: "sales" | "crm" | "adhoc";
                            audiences: ("unidentified" | "identified" | "member" | "lead" | "prospect" | "new" | "recurring")[];
                            expiresAt: string | null;
                            invitesToJoin: boolean;
                            approved: boolean;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    contentCalendar: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description The account whose pushes are shown */
                assetId?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: {
                            /** Format: date */
                            day: string;
                            articles: {
                                id: string;
                                title: string;
                                /**
                                 * @description Of the newest version
                                 * @enum {string}
                                 */
                                approval: "none" | "open" | "overdue" | "approved" | "changes_requested";
                            }[];
                            notes: {
                                id: string;
                                text: string;
                            }[];
                            festivals: {
                                key: string;
                                zh: string;
                                en: string;
                                /** Format: date */
                                day: string;
                                lead: number;
                                /** @enum {string} */
                                crowding: "high" | "some";
                            }[];
                            crowdedBy: {
                                key: string;
                                zh: string;
                                en: string;
                                /** Format: date */
                                day: string;
                                lead: number;
                                /** @enum {string} */
                                crowding: "high" | "some";
                            }[];
                            pushes: {
                                id: string;
                                title: string;
                                state: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    quotaLeft: {
        parameters: {
            query: {
                assetId: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        month: string;
                        perFollower: number | null;
                        /** @description Index: pushes left */
                        followers: number[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    addCalendarNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    day: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        text: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    removeCalendarNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                noteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    linterRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            rule: "teaser_normal" | "teaser_promotional" | "short_title" | "mini_program_link" | "plain_button" | "early_call";
                            zh: string;
                            en: string;
                            lift: number;
                            /** @enum {string} */
                            on: "open_rate" | "engagement_rate";
                            source: {
                                zh: string;
                                en: string;
                            };
                            enabled: boolean;
                            reason: ("brand" | "own_tests") | null;
                            evidence: unknown;
                            changedAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    switchLinterRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                rule: "teaser_normal" | "teaser_promotional" | "short_title" | "mini_program_link" | "plain_button" | "early_call";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    enabled: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    contentPartners: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            note: string;
                            articles: number;
                            costFen: number | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createContentPartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    archiveContentPartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    lookAtDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assetId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        jobId: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listDrafts: {
        parameters: {
            query: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                assetId: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            mediaId: string;
                            position: number;
                            /** @enum {string} */
                            standing: "new" | "agreed" | "ours" | "theirs" | "conflict" | "gone";
                            title: string;
                            /** @enum {string} */
                            type: "news" | "newspic";
                            remoteHash: string;
                            articleId: string | null;
                            articleTitle: string | null;
                            version: number | null;
                            agreedVersion: number | null;
                            /** Format: date-time */
                            remoteChangedAt: string;
                            /** Format: date-time */
                            seenAt: string;
                        }[];
                        nextCursor: string | null;
                        resumesAt: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    draftDiff: {
        parameters: {
            query: {
                assetId: string;
                mediaId: string;
                position: number;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fields: {
                            field: string;
                            parts: {
                                /** @enum {string} */
                                kind: "same" | "removed" | "added";
                                text: string;
                            }[];
                        }[] | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    articleDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                articleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            mediaId: string;
                            position: number;
                            /** @enum {string} */
                            standing: "new" | "agreed" | "ours" | "theirs" | "conflict" | "gone";
                            title: string;
                            /** @enum {string} */
                            type: "news" | "newspic";
                            remoteHash: string;
                            articleId: string | null;
                            articleTitle: string | null;
                            version: number | null;
                            agreedVersion: number | null;
                            /** Format: date-time */
                            remoteChangedAt: string;
                            /** Format: date-time */
                            seenAt: string;
                            assetId: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    sendDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                articleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assetId: string;
                    /** @description `remoteHash` of the draft as the person saw it; 409 draft_changed when WeChat has something else by now */
                    remoteHash?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assetId: string;
                        mediaId: string;
                        position: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    takeDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assetId: string;
                    mediaId: string;
                    position: number;
                    /** @description `remoteHash` of the draft as the person saw it; 409 draft_changed when WeChat has something else by now */
                    remoteHash: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        articleId: string;
                        version: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listPushes: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description In the title */
                text?: string;
                state?: "draft" | "awaiting" | "scheduled" | "sending" | "paused" | "sent" | "finished" | "failed" | "cancelled" | "deleted";
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            assetId: string;
                            title: string;
                            /** @enum {string} */
                            state: "draft" | "awaiting" | "scheduled" | "sending" | "paused" | "sent" | "finished" | "failed" | "cancelled" | "deleted";
                            /** @description Everybody who follows, everybody with a WeChat tag, or chosen contacts. */
                            audience: {
                                /** @enum {string} */
                                kind: "everyone";
                            } | {
                                /** @enum {string} */
                                kind: "tag";
                                tagId: number;
                            } | {
                                /** @enum {string} */
                                kind: "contacts";
                                /** @description Chosen by hand; larger audiences are tags */
                                contactIds: number[];
                            };
                            segmented: boolean;
                            openComments: boolean;
                            frozenCount: number | null;
                            excluded: {
                                [key: string]: number;
                            } | null;
                            delivered: number | null;
                            filtered: number | null;
                            failed: number | null;
                            variantCount: number;
                            /** @description Of its longest variant */
                            articleCount: number;
                            error: {
                                zh: string;
                                en: string;
                            } | null;
                            submittedBy: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            scheduledAt: string | null;
                            sentAt: string | null;
                            finishedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assetId: string;
                    title: string;
                    /** @description Everybody who follows, everybody with a WeChat tag, or chosen contacts. */
                    audience: {
                        /** @enum {string} */
                        kind: "everyone";
                    } | {
                        /** @enum {string} */
                        kind: "tag";
                        tagId: number;
                    } | {
                        /** @enum {string} */
                        kind: "contacts";
                        /** @description Chosen by hand; larger audiences are tags */
                        contactIds: number[];
                    };
                    /** @description To a segment rather than to everybody (W-26). A push with a segment’s variant always is. */
                    segmented?: boolean;
                    /**
                     * @description Whether readers may comment on the articles. An account without comments sends them closed.
                     * @default true
                     */
                    openComments?: boolean;
                    /**
                     * @description Leave out who is in another push of the account frozen on the same day.
                     * @default false
                     */
                    onceADay?: boolean;
                    speed?: number | null;
                    /** @description Of the only variant; or give `variants` */
                    articles?: {
                        title: string;
                        author?: string;
                        digest?: string;
                        /** @description HTML body */
                        content: string;
                        readMoreUrl?: string | null;
                        cover?: string | null;
                        /** @description What the article is made of (W-40), so that results add up over many pushes. */
                        elements?: {
                            [key: string]: string | number | boolean;
                        };
                    }[];
                    /** @description Each follower gets the first that fits */
                    variants?: {
                        name?: string;
                        segmentId?: string | null;
                        /** @description Tells variants of one segment apart: a, b… Those of the arm `holdout` get nothing. */
                        arm?: string;
                        /**
                         * @description Part of the segment; its arms add up to 1
                         * @default 1
                         */
                        share?: number;
                        articles: ({
                            /** @description An article of the library, copied as it is now */
                            articleId: string;
                        } | {
                            title: string;
                            author?: string;
                            digest?: string;
                            /** @description HTML body */
                            content: string;
                            readMoreUrl?: string | null;
                            cover?: string | null;
                            /** @description What the article is made of (W-40), so that results add up over many pushes. */
                            elements?: {
                                [key: string]: string | number | boolean;
                            };
                        })[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        assetId: string;
                        title: string;
                        /** @enum {string} */
                        state: "draft" | "awaiting" | "scheduled" | "sending" | "paused" | "sent" | "finished" | "failed" | "cancelled" | "deleted";
                        /** @description Everybody who follows, everybody with a WeChat tag, or chosen contacts. */
                        audience: {
                            /** @enum {string} */
                            kind: "everyone";
                        } | {
                            /** @enum {string} */
                            kind: "tag";
                            tagId: number;
                        } | {
                            /** @enum {string} */
                            kind: "contacts";
                            /** @description Chosen by hand; larger audiences are tags */
                            contactIds: number[];
                        };
                        segmented: boolean;
                        openComments: boolean;
                        frozenCount: number | null;
                        excluded: {
                            [key: string]: number;
                        } | null;
                        delivered: number | null;
                        filtered: number | null;
                        failed: number | null;
                        variantCount: number;
                        /** @description Of its longest variant */
                        articleCount: number;
                        error: {
                            zh: string;
                            en: string;
                        } | null;
                        submittedBy: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        scheduledAt: string | null;
                        sentAt: string | null;
                        finishedAt: string | null;
                        onceADay: boolean;
                        speed: number | null;
                        submittedAt: string | null;
                        approvedBy: string | null;
                        approvedAt: string | null;
                        returnedNote: string | null;
                        variants: {
                            number: number;
                            name: string;
                            segmentId: string | null;
                            arm: string;
                            share: number;
                            segment: string | null;
                            frozenCount: number | null;
                        }[];
                        articles: {
                            variant: number;
                            position: number;
                            articleId: string | null;
                            articleVersion: number | null;
                            title: string;
                            author: string;
                            digest: string;
                            content: string;
                            readMoreUrl: string | null;
                            cover: string | null;
                            /** @description What the article is made of (W-40), so that results add up over many pushes. */
                            elements: {
                                [key: string]: string | number | boolean;
                            };
                            url: string | null;
                            /** @description Nobody who got it can open it any more */
                            deletedAtWechat: boolean;
                        }[];
                        calls: {
                            number: number;
                            variant: number;
                            route: string;
                            state: string;
                            planned: number;
                            status: string | null;
                            sentCount: number | null;
                            submittedAt: string | null;
                            reportedAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changePush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assetId: string;
                    title: string;
                    /** @description Everybody who follows, everybody with a WeChat tag, or chosen contacts. */
                    audience: {
                        /** @enum {string} */
                        kind: "everyone";
                    } | {
                        /** @enum {string} */
                        kind: "tag";
                        tagId: number;
                    } | {
                        /** @enum {string} */
                        kind: "contacts";
                        /** @description Chosen by hand; larger audiences are tags */
                        contactIds: number[];
                    };
                    /** @description To a segment rather than to everybody (W-26). A push with a segment’s variant always is. */
                    segmented?: boolean;
                    /**
                     * @description Whether readers may comment on the articles. An account without comments sends them closed.
                     * @default true
                     */
                    openComments?: boolean;
                    /**
                     * @description Leave out who is in another push of the account frozen on the same day.
                     * @default false
                     */
                    onceADay?: boolean;
                    speed?: number | null;
                    /** @description Of the only variant; or give `variants` */
                    articles?: {
                        title: string;
                        author?: string;
                        digest?: string;
                        /** @description HTML body */
                        content: string;
                        readMoreUrl?: string | null;
                        cover?: string | null;
                        /** @description What the article is made of (W-40), so that results add up over many pushes. */
                        elements?: {
                            [key: string]: string | number | boolean;
                        };
                    }[];
                    /** @description Each follower gets the first that fits */
                    variants?: {
                        name?: string;
                        segmentId?: string | null;
                        /** @description Tells variants of one segment apart: a, b… Those of the arm `holdout` get nothing. */
                        arm?: string;
                        /**
                         * @description Part of the segment; its arms add up to 1
                         * @default 1
                         */
                        share?: number;
                        articles: ({
                            /** @description An article of the library, copied as it is now */
                            articleId: string;
                        } | {
                            title: string;
                            author?: string;
                            digest?: string;
                            /** @description HTML body */
                            content: string;
                            readMoreUrl?: string | null;
                            cover?: string | null;
                            /** @description What the article is made of (W-40), so that results add up over many pushes. */
                            elements?: {
                                [key: string]: string | number | boolean;
                            };
                        })[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    deletePush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    planPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Of the account: a service account reaches each follower four times a month, a subscription account sends once a day.
                         * @enum {string}
                         */
                        kind: "service" | "subscription";
                        /** Format: date */
                        day: string;
                        reached: number;
                        heldOut: number;
                        /** @description By reason: no_variant, erased, left, consent_withdrawn, quota_used, other_push, global_holdout */
                        excluded: {
                            [key: string]: number;
                        };
                        /** @description Mass-send calls */
                        calls: number;
                        callsADay: number;
                        days: number;
                        variants: {
                            number: number;
                            name: string;
                            segmentId: string | null;
                            arm: string;
                            share: number;
                            people: number;
                            calls: number;
                            tagId: number | null;
                            /**
                             * @description One call to everybody or to a WeChat tag that means exactly these people, or lists of at most 10,000 openids
                             * @enum {string}
                             */
                            route: "everyone" | "tag" | "list" | "none";
                        }[];
                        findings: {
                            /**
                             * @description stop: it cannot be sent so
                             * @enum {string}
                             */
                            level: "stop" | "warn" | "note";
                            code: string;
                            zh: string;
                            en: string;
                            variant: number | null;
                            position?: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readPushResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        delivered: number | null;
                        opens: number | null;
                        deliveries: number | null;
                        topOpens: number | null;
                        cumulative: {
                            low: number;
                            high: number;
                        } | null;
                        actions: number | null;
                        comments: number | null;
                        clickers: number | null;
                        anonymousClicks: number | null;
                        lost: number | null;
                        startedAt: string | null;
                        /** @description The 48 hours are over */
                        settled: boolean;
                        gained: number | null;
                        planned: number;
                        filtered: number | null;
                        variants: {
                            delivered: number | null;
                            opens: number | null;
                            deliveries: number | null;
                            topOpens: number | null;
                            cumulative: {
                                low: number;
                                high: number;
                            } | null;
                            actions: number | null;
                            comments: number | null;
                            clickers: number | null;
                            anonymousClicks: number | null;
                            lost: number | null;
                            number: number;
                            people: number;
                            holdout: boolean;
                        }[];
                        articles: {
                            variant: number;
                            position: number;
                            title: string;
                            delivered: number | null;
                            figures: {
                                messageReaders: number;
                                readers: number;
                                shares: number;
                                favourites: number;
                                zaikan: number | null;
                                likes: number | null;
                                comments: number | null;
                                finishRate: number | null;
                                leftInFifths: number[] | null;
                            } | null;
                        }[];
                        placements: {
                            /** @enum {string} */
                            placement: "read_more" | "mp_card" | "inline_link" | "image_link" | "qr" | "menu";
                            clickers: number | null;
                            clicks: number;
                            anonymous: number;
                            readers: number | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    whyInPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        placed: ({
                            variant: number;
                            name: string;
                            segment: string | null;
                            arm: string;
                            heldOut: boolean;
                            /** @description Sending ended before their turn */
                            missed: boolean;
                            call: number;
                        } | {
                            reason: string;
                        }) | null;
                        facts: {
                            /** @enum {string} */
                            what: "followed" | "unfollowed" | "consent_given" | "consent_withdrawn" | "entered_segment" | "push" | "holdout";
                            /** Format: date-time */
                            at: string;
                            name: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    sendPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    at?: string | null;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "awaiting" | "scheduled" | "sending";
                        jobId: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    approvePush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "awaiting" | "scheduled" | "sending";
                        jobId: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    returnPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "draft" | "awaiting" | "scheduled" | "sending" | "paused" | "sent" | "finished" | "failed" | "cancelled" | "deleted";
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    takePushBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "draft" | "awaiting" | "scheduled" | "sending" | "paused" | "sent" | "finished" | "failed" | "cancelled" | "deleted";
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    pausePush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "draft" | "awaiting" | "scheduled" | "sending" | "paused" | "sent" | "finished" | "failed" | "cancelled" | "deleted";
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    resumePush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "awaiting" | "scheduled" | "sending";
                        jobId: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    stopPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "draft" | "awaiting" | "scheduled" | "sending" | "paused" | "sent" | "finished" | "failed" | "cancelled" | "deleted";
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    previewPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    variant: number;
                    to: {
                        contactId: number;
                    } | {
                        /** @description A WeChat id (微信号) */
                        wechatId: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Previews left today */
                        left: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    askPushCalls: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            number: number;
                            status: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    deleteSentPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    position: number | null;
                    /** @description With a position: of this variant only */
                    variant?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deleted: number;
                        left: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readPushSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Another person must approve a push before it goes out */
                        approval: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changePushSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Another person must approve a push before it goes out */
                    approval: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Another person must approve a push before it goes out */
                        approval: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readPushSales: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        visitors: number | null;
                        visits: number | null;
                        buyers: number | null;
                        orders: number | null;
                        unpriced: number | null;
                        revenueFen: number | null;
                        since: string | null;
                        windowDays: number;
                        cost: {
                            productionFen: number | null;
                            partnerFen: number | null;
                        } | null;
                        roi: number | null;
                        variants: {
                            number: number;
                            visitors: number | null;
                            visits: number | null;
                            buyers: number | null;
                            orders: number | null;
                            unpriced: number | null;
                            revenueFen: number | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changePushCost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                pushId: string;
            };
            cookie?: never;
        };
        /** @description As the team typed it: production, and partners */
        requestBody: {
            content: {
                "application/json": {
                    productionFen: number | null;
                    partnerFen: number | null;
                };
            };
        };
        responses: {
            /** @description As the team typed it: production, and partners */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        productionFen: number | null;
                        partnerFen: number | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listGlobalHoldouts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            share: number;
                            /** Format: date-time */
                            drawnAt: string;
                            /** @description People who followed when it began */
                            followers: number;
                            /** Format: date-time */
                            startedAt: string;
                            startedBy: string;
                            endedAt: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeGlobalHoldout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of all followers; 0 holds nobody out */
                    share: number;
                    /**
                     * @description Other people than before; else the same stay out
                     * @default false
                     */
                    drawAnew?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        current: {
                            id: string;
                            share: number;
                            /** Format: date-time */
                            drawnAt: string;
                            /** @description People who followed when it began */
                            followers: number;
                            /** Format: date-time */
                            startedAt: string;
                            startedBy: string;
                            endedAt: string | null;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readGlobalHoldout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                holdoutId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        holdout: {
                            id: string;
                            share: number;
                            /** Format: date-time */
                            drawnAt: string;
                            /** @description People who followed when it began */
                            followers: number;
                            /** Format: date-time */
                            startedAt: string;
                            startedBy: string;
                            endedAt: string | null;
                        };
                        /** @description People of the audiences who were held out */
                        heldOut: number;
                        others: number;
                        split: {
                            /** @description False hides the outcomes */
                            sound: boolean;
                            p: number;
                        };
                        outcomes: {
                            /** @enum {string} */
                            outcome: "link_click" | "menu_tap" | "visit" | "purchase" | "unfollow";
                            name: {
                                zh: string;
                                en: string;
                            };
                            definition: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            better: "higher" | "lower";
                            heldOut: number;
                            others: number;
                            difference: {
                                value: number;
                                low: number;
                                high: number;
                            } | null;
                            explained: number;
                            verdict: {
                                /** @enum {string} */
                                kind: "split_broken" | "too_early" | "better" | "worse" | "no_difference" | "undecided";
                                stop: boolean;
                                text: {
                                    zh: string;
                                    en: string;
                                };
                            };
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listExperiments: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                pushId?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            pushId: string;
                            segmentId: string | null;
                            hypothesis: string;
                            /**
                             * @description What the arms differ in (W-40)
                             * @enum {string}
                             */
                            element: "purpose" | "teaser" | "teaser_text" | "title_length" | "link" | "button" | "cta_screen" | "layout";
                            /** @description The first decides; the error rate is one for all of them */
                            metrics: ("open" | "engagement" | "link_click" | "menu_tap" | "purchase" | "unfollow")[];
                            /** @description Number of the variant the others are compared with */
                            control: number;
                            /** @description The smallest relative change worth finding, e.g. 0.15 */
                            worthFinding: number;
                            elementName: {
                                zh: string;
                                en: string;
                            };
                            power: number;
                            days: number;
                            /** @description Rates expected without the change, by metric */
                            baselines: {
                                [key: string]: number;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            stoppedAt: string | null;
                            settledAt: string | null;
                            endsAt: string | null;
                            push: {
                                title: string;
                                state: string;
                                assetId: string;
                                frozenAt: string | null;
                                sentAt: string | null;
                            };
                            arms: {
                                variant: number;
                                arm: string;
                                name: string;
                                share: number;
                                people: number | null;
                                title: string | null;
                                elements: {
                                    [key: string]: string | number | boolean;
                                };
                            }[];
                            /** @description Other elements in which the arms’ top articles differ: the result is theirs too */
                            alsoDiffer: {
                                zh: string;
                                en: string;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pushId: string;
                    segmentId?: string | null;
                    hypothesis: string;
                    /**
                     * @description What the arms differ in (W-40)
                     * @enum {string}
                     */
                    element: "purpose" | "teaser" | "teaser_text" | "title_length" | "link" | "button" | "cta_screen" | "layout";
                    /** @description The first decides; the error rate is one for all of them */
                    metrics: ("open" | "engagement" | "link_click" | "menu_tap" | "purchase" | "unfollow")[];
                    /** @description Number of the variant the others are compared with */
                    control: number;
                    /** @description The smallest relative change worth finding, e.g. 0.15 */
                    worthFinding: number;
                    /** @default 0.8 */
                    power?: number;
                    /**
                     * @description After the push, until it is over
                     * @default 7
                     */
                    days?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    readExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                experimentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        pushId: string;
                        segmentId: string | null;
                        hypothesis: string;
                        /**
                         * @description What the arms differ in (W-40)
                         * @enum {string}
                         */
                        element: "purpose" | "teaser" | "teaser_text" | "title_length" | "link" | "button" | "cta_screen" | "layout";
                        /** @description The first decides; the error rate is one for all of them */
                        metrics: ("open" | "engagement" | "link_click" | "menu_tap" | "purchase" | "unfollow")[];
                        /** @description Number of the variant the others are compared with */
                        control: number;
                        /** @description The smallest relative change worth finding, e.g. 0.15 */
                        worthFinding: number;
                        elementName: {
                            zh: string;
                            en: string;
                        };
                        power: number;
                        days: number;
                        /** @description Rates expected without the change, by metric */
                        baselines: {
                            [key: string]: number;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        stoppedAt: string | null;
                        settledAt: string | null;
                        endsAt: string | null;
                        push: {
                            title: string;
                            state: string;
                            assetId: string;
                            frozenAt: string | null;
                            sentAt: string | null;
                        };
                        arms: {
                            variant: number;
                            arm: string;
                            name: string;
                            share: number;
                            people: number | null;
                            title: string | null;
                            elements: {
                                [key: string]: string | number | boolean;
                            };
                        }[];
                        /** @description Other elements in which the arms’ top articles differ: the result is theirs too */
                        alsoDiffer: {
                            zh: string;
                            en: string;
                        }[];
                        /** @enum {string} */
                        state: "planned" | "running" | "over";
                        split: {
                            /** @description False hides every figure */
                            sound: boolean;
                            p: number;
                            arms: {
                                variant: number;
                                share: number;
                                people: number;
                                delivered: number | null;
                            }[];
                        } | null;
                        plan: {
                            /** @description People each arm needs */
                            required: number;
                            perArm: number | null;
                            power: number | null;
                        };
                        verdict: {
                            /** @enum {string} */
                            kind: "split_broken" | "too_early" | "better" | "worse" | "no_difference" | "undecided";
                            stop: boolean;
                            text: {
                                zh: string;
                                en: string;
                            };
                        } | null;
                        results: {
                            /** @enum {string} */
                            metric: "open" | "engagement" | "link_click" | "menu_tap" | "purchase" | "unfollow";
                            name: {
                                zh: string;
                                en: string;
                            };
                            definition: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            better: "higher" | "lower";
                            over: boolean;
                            arms: {
                                variant: number;
                                events: number;
                                of: number;
                                rate: number | null;
                                best: number | null;
                                beatsControl: number | null;
                                expectedLoss: number | null;
                            }[];
                            comparisons: {
                                variant: number;
                                verdict: {
                                    /** @enum {string} */
                                    kind: "split_broken" | "too_early" | "better" | "worse" | "no_difference" | "undecided";
                                    stop: boolean;
                                    text: {
                                        zh: string;
                                        en: string;
                                    };
                                };
                                lift: number | null;
                                liftLow: number | null;
                                liftHigh: number | null;
                                /** @description Always-valid: the lowest of all looks */
                                p: number;
                                /** @description After Holm, over all arms and metrics */
                                adjustedP: number;
                                decidedOn: string | null;
                                explained: number | null;
                                /** @description The always-valid interval of the difference at the end of each day */
                                looks: {
                                    /** Format: date */
                                    day: string;
                                    controlRate: number;
                                    treatmentRate: number;
                                    difference: number;
                                    low: number;
                                    high: number;
                                }[];
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                experimentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hypothesis: string;
                    /**
                     * @description What the arms differ in (W-40)
                     * @enum {string}
                     */
                    element: "purpose" | "teaser" | "teaser_text" | "title_length" | "link" | "button" | "cta_screen" | "layout";
                    /** @description The first decides; the error rate is one for all of them */
                    metrics: ("open" | "engagement" | "link_click" | "menu_tap" | "purchase" | "unfollow")[];
                    /** @description Number of the variant the others are compared with */
                    control: number;
                    /** @description The smallest relative change worth finding, e.g. 0.15 */
                    worthFinding: number;
                    /** @default 0.8 */
                    power?: number;
                    /**
                     * @description After the push, until it is over
                     * @default 7
                     */
                    days?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    deleteExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                experimentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    stopExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                experimentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    calculatePower: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    metric: "open" | "engagement" | "link_click" | "menu_tap" | "purchase" | "unfollow";
                    worthFinding: number;
                    /** @default 0.8 */
                    power?: number;
                    /**
                     * @description Arms besides the control, times metrics
                     * @default 1
                     */
                    comparisons?: number;
                    baseline?: number;
                    perArm?: number;
                    pushId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        baseline: number;
                        /** @enum {string} */
                        source: "given" | "measured" | "published";
                        /** @description People each arm needs when looked at every day */
                        required: number;
                        /** @description The same for one look at the end */
                        requiredOnce: number;
                        power: number | null;
                        detectable: number | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    experimentLibrary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            key: string;
                            /**
                             * @description What the arms differ in (W-40)
                             * @enum {string}
                             */
                            element: "purpose" | "teaser" | "teaser_text" | "title_length" | "link" | "button" | "cta_screen" | "layout";
                            elementName: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            metric: "open" | "engagement" | "link_click" | "menu_tap" | "purchase" | "unfollow";
                            metricName: {
                                zh: string;
                                en: string;
                            };
                            first: {
                                zh: string;
                                en: string;
                            };
                            second: {
                                zh: string;
                                en: string;
                            };
                            rule: string | null;
                            combined: {
                                /** @description How much higher `first` is */
                                lift: number;
                                low: number;
                                high: number;
                                p: number;
                                experiments: number;
                                /** @description The experiments differ more than chance explains */
                                mixed: boolean;
                            } | null;
                            published: number | null;
                            /** @description The brand’s own tests speak against the published finding; its linter rule is off */
                            contradicted: boolean;
                            experiments: {
                                id: string;
                                title: string;
                                lift: number | null;
                                verdict: string;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    experimentChoices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        elements: {
                            /**
                             * @description What the arms differ in (W-40)
                             * @enum {string}
                             */
                            key: "purpose" | "teaser" | "teaser_text" | "title_length" | "link" | "button" | "cta_screen" | "layout";
                            name: {
                                zh: string;
                                en: string;
                            };
                        }[];
                        metrics: {
                            /** @enum {string} */
                            key: "open" | "engagement" | "link_click" | "menu_tap" | "purchase" | "unfollow";
                            name: {
                                zh: string;
                                en: string;
                            };
                            definition: {
                                zh: string;
                                en: string;
                            };
                            /** @description People held out can be compared too */
                            withHoldout: boolean;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    insightCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        chapters: {
                            /** @enum {string} */
                            id: "acquisition" | "engagement" | "content" | "opportunities";
                            name: {
                                zh: string;
                                en: string;
                            };
                        }[];
                        metrics: {
                            id: string;
                            /** @description Rows of the study */
                            rows: string[];
                            /** @enum {string} */
                            chapter: "acquisition" | "engagement" | "content" | "opportunities";
                            name: {
                                zh: string;
                                en: string;
                            };
                            definition: {
                                zh: string;
                                en: string;
                            };
                            numerator: {
                                zh: string;
                                en: string;
                            };
                            denominator: {
                                zh: string;
                                en: string;
                            };
                            /**
                             * @description share: parts of one whole; rate: each cell its own whole; shares and rates are of one, not of a hundred
                             * @enum {string}
                             */
                            unit: "count" | "share" | "rate" | "mean" | "fen";
                            sources: ("callback" | "platform" | "own_link" | "stated")[];
                            better: ("higher" | "lower") | null;
                            dimension: {
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                keys: {
                                    key: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                }[] | null;
                            } | null;
                            behind: ("contacts" | "pushes" | "days") | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    insightFigures: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description One official account; default all of them */
                assetId?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        previous: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        observedSince: string | null;
                        band: ("small" | "large") | null;
                        figures: {
                            metric: string;
                            cells: {
                                key: string;
                                name: {
                                    zh: string;
                                    en: string;
                                } | null;
                                numerator: number | null;
                                denominator: number | null;
                                value: number | null;
                                percent: number | null;
                                low?: number;
                                high?: number;
                                /**
                                 * @description Not shown to head office: under ten people, or a count such a one could be computed from
                                 * @enum {string}
                                 */
                                suppressed?: "small" | "complement";
                                previous: {
                                    numerator: number | null;
                                    denominator: number | null;
                                    value: number | null;
                                } | null;
                            }[];
                            benchmarks: {
                                id: string;
                                metric: string;
                                /** @description The part of the metric it is about; empty for the whole */
                                key: string;
                                name: {
                                    zh: string;
                                    en: string;
                                } | null;
                                value: number | null;
                                low?: number;
                                high?: number;
                                /** @enum {string} */
                                unit: "count" | "share" | "rate" | "mean" | "fen" | "share_of_accounts" | "change" | "multiple";
                                edition: {
                                    zh: string;
                                    en: string;
                                };
                                /** @description When it was measured: 2020, 2019-H1, 2019-08 */
                                year: string;
                                sample: {
                                    zh: string;
                                    en: string;
                                } | null;
                                source: {
                                    name: string;
                                    date: string | null;
                                    address: string | null;
                                };
                                /** @enum {string} */
                                confidence: "published" | "quoted" | "derived" | "weak" | "own";
                                note: {
                                    zh: string;
                                    en: string;
                                } | null;
                            }[];
                            missing: {
                                zh: string;
                                en: string;
                            } | null;
                        }[];
                        sentences: {
                            /** @enum {string} */
                            chapter: "acquisition" | "engagement" | "content" | "opportunities";
                            metric: string;
                            text: {
                                zh: string;
                                en: string;
                            };
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    insightBehind: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description One official account; default all of them */
                assetId?: string;
                key?: string;
                part: "numerator" | "denominator";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                metric: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "contacts";
                        items: {
                            id: number;
                            name: string | null;
                            phone: string | null;
                            /** @enum {string} */
                            stage: "lead" | "prospect" | "new" | "recurring";
                            subscribed: boolean;
                            followedAt: string | null;
                            unfollowedAt: string | null;
                            /** @enum {string} */
                            source: "qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown";
                            channelId: string | null;
                            tags: string[];
                            /**
                             * Format: date-time
                             * @description Observed since
                             */
                            firstSeenAt: string;
                            lastActiveAt: string | null;
                        }[];
                        nextCursor: string | null;
                    } | {
                        /** @enum {string} */
                        kind: "pushes";
                        items: {
                            id: string;
                            title: string;
                            sentAt: string | null;
                            count: number | null;
                        }[];
                        nextCursor: string | null;
                    } | {
                        /** @enum {string} */
                        kind: "days";
                        items: {
                            day: string;
                            count: number | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    insightFigureCsv: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description One official account; default all of them */
                assetId?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                metric: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    insightReport: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description One official account; default all of them */
                assetId?: string;
                /** @description Default: the caller’s language; for head office English */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    insightReportPdf: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description One official account; default all of them */
                assetId?: string;
                /** @description Default: the caller’s language; for head office English */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    insightReportAbilities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether a Chromium is installed to print it */
                        pdf: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listAnnotations: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date */
                            day: string;
                            text: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    addAnnotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    day: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date */
                        day: string;
                        text: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    removeAnnotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeAnnotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    day?: string;
                    text?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date */
                        day: string;
                        text: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    insightSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description W-02: an account of more followers is a large one */
                        sizeBandLimit: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeInsightSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description W-02: an account of more followers is a large one */
                    sizeBandLimit: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description W-02: an account of more followers is a large one */
                        sizeBandLimit: number;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listBenchmarks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            metric: string;
                            /** @description The part of the metric it is about; empty for the whole */
                            key: string;
                            name: {
                                zh: string;
                                en: string;
                            } | null;
                            value: number | null;
                            low?: number;
                            high?: number;
                            /** @enum {string} */
                            unit: "count" | "share" | "rate" | "mean" | "fen" | "share_of_accounts" | "change" | "multiple";
                            edition: {
                                zh: string;
                                en: string;
                            };
                            /** @description When it was measured: 2020, 2019-H1, 2019-08 */
                            year: string;
                            sample: {
                                zh: string;
                                en: string;
                            } | null;
                            source: {
                                name: string;
                                date: string | null;
                                address: string | null;
                            };
                            /** @enum {string} */
                            confidence: "published" | "quoted" | "derived" | "weak" | "own";
                            note: {
                                zh: string;
                                en: string;
                            } | null;
                        }[];
                        confidences: {
                            [key: string]: {
                                zh: string;
                                en: string;
                            };
                        };
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    addBenchmark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    metric: string;
                    key?: string;
                    value?: number | null;
                    low?: number | null;
                    high?: number | null;
                    edition: string;
                    year: string;
                    sample?: string;
                    source: string;
                    address?: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        metric: string;
                        /** @description The part of the metric it is about; empty for the whole */
                        key: string;
                        name: {
                            zh: string;
                            en: string;
                        } | null;
                        value: number | null;
                        low?: number;
                        high?: number;
                        /** @enum {string} */
                        unit: "count" | "share" | "rate" | "mean" | "fen" | "share_of_accounts" | "change" | "multiple";
                        edition: {
                            zh: string;
                            en: string;
                        };
                        /** @description When it was measured: 2020, 2019-H1, 2019-08 */
                        year: string;
                        sample: {
                            zh: string;
                            en: string;
                        } | null;
                        source: {
                            name: string;
                            date: string | null;
                            address: string | null;
                        };
                        /** @enum {string} */
                        confidence: "published" | "quoted" | "derived" | "weak" | "own";
                        note: {
                            zh: string;
                            en: string;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    removeBenchmark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                benchmarkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    insightPanel: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        until: string | null;
                        /** @description An account of more followers at the start is a large one */
                        sizeBandLimit: number;
                        accounts: {
                            assetId: string;
                            name: string;
                            band: ("small" | "large") | null;
                            opening: number | null;
                            closing: number | null;
                            growth: number | null;
                            pushes: number | null;
                            pushesAMonth: number | null;
                            articles: number | null;
                            articlesAPush: number | null;
                            readersAnArticle: number | null;
                            opens: {
                                readers: number;
                                delivered: number;
                            } | null;
                            months: {
                                month: string;
                                followers: number | null;
                                net: number | null;
                                pushes: number | null;
                                articles: number | null;
                            }[];
                            places: {
                                followers: {
                                    /** @description 1 is the highest */
                                    rank: number;
                                    of: number;
                                    /** @description Share of the others that are lower, equal ones counting half; 0 to 1 */
                                    percentile: number;
                                } | null;
                                growth: {
                                    /** @description 1 is the highest */
                                    rank: number;
                                    of: number;
                                    /** @description Share of the others that are lower, equal ones counting half; 0 to 1 */
                                    percentile: number;
                                } | null;
                                pushesAMonth: {
                                    /** @description 1 is the highest */
                                    rank: number;
                                    of: number;
                                    /** @description Share of the others that are lower, equal ones counting half; 0 to 1 */
                                    percentile: number;
                                } | null;
                                articlesAPush: {
                                    /** @description 1 is the highest */
                                    rank: number;
                                    of: number;
                                    /** @description Share of the others that are lower, equal ones counting half; 0 to 1 */
                                    percentile: number;
                                } | null;
                                openRate: {
                                    /** @description 1 is the highest */
                                    rank: number;
                                    of: number;
                                    /** @description Share of the others that are lower, equal ones counting half; 0 to 1 */
                                    percentile: number;
                                } | null;
                            };
                        }[];
                        measures: {
                            /** @enum {string} */
                            metric: "community_growth" | "pushes_by_month" | "articles_per_push";
                            rows: string[];
                            /** @enum {string} */
                            unit: "rate" | "share";
                            name: {
                                zh: string;
                                en: string;
                            };
                            definition: {
                                zh: string;
                                en: string;
                            };
                            numerator: {
                                zh: string;
                                en: string;
                            };
                            denominator: {
                                zh: string;
                                en: string;
                            };
                            better: ("higher" | "lower") | null;
                            dimension: {
                                zh: string;
                                en: string;
                            };
                            benchmarks: {
                                id: string;
                                metric: string;
                                /** @description The part of the metric it is about; empty for the whole */
                                key: string;
                                name: {
                                    zh: string;
                                    en: string;
                                } | null;
                                value: number | null;
                                low?: number;
                                high?: number;
                                /** @enum {string} */
                                unit: "count" | "share" | "rate" | "mean" | "fen" | "share_of_accounts" | "change" | "multiple";
                                edition: {
                                    zh: string;
                                    en: string;
                                };
                                /** @description When it was measured: 2020, 2019-H1, 2019-08 */
                                year: string;
                                sample: {
                                    zh: string;
                                    en: string;
                                } | null;
                                source: {
                                    name: string;
                                    date: string | null;
                                    address: string | null;
                                };
                                /** @enum {string} */
                                confidence: "published" | "quoted" | "derived" | "weak" | "own";
                                note: {
                                    zh: string;
                                    en: string;
                                } | null;
                            }[];
                            cells: {
                                key: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                numerator: number | null;
                                denominator: number | null;
                                value: number | null;
                                percent: number | null;
                                /** @description Accounts the numerator adds up */
                                accounts: string[];
                            }[];
                            leftOut: {
                                assetId: string;
                                name: string;
                                why: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    insightPanelAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listPlanPresets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            inputs: {
                                /** @description Followers at the start */
                                followers: number;
                                /** @description Organic growth a year, 0.15 for 15 % */
                                organicGrowth: number;
                                /** @description Media budget of the year, fen */
                                mediaBudgetFen: number;
                                /** @description Of the budget for post ads; the rest goes to Moments ads */
                                postShare: number;
                                /** @description Average cost per follower of post ads, fen */
                                postCostFen: number;
                                /** @description Average cost per follower of Moments ads, fen */
                                momentsCostFen: number;
                                stores: number;
                                /** @description A day, in one store */
                                visitors: number;
                                /** @description Of the visitors */
                                conversion: number;
                                /** @description People in the CRM already */
                                existingClients: number;
                                /** @description Of the existing clients */
                                existingOnboarding: number;
                                newClients: number | null;
                                /** @description Of the new clients */
                                newOnboarding: number;
                                /** @description Clients are asked to follow when they buy */
                                salesCeremony: boolean;
                                /** @description Of the new clients without a sales ceremony */
                                newOnboardingWithout: number;
                                loyaltyProgramme: boolean;
                                /** @description Of the existing clients without a loyalty programme */
                                existingOnboardingWithout: number;
                            };
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    previewPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    inputs: {
                        /** @description Followers at the start */
                        followers: number;
                        /** @description Organic growth a year, 0.15 for 15 % */
                        organicGrowth: number;
                        /** @description Media budget of the year, fen */
                        mediaBudgetFen: number;
                        /** @description Of the budget for post ads; the rest goes to Moments ads */
                        postShare: number;
                        /** @description Average cost per follower of post ads, fen */
                        postCostFen: number;
                        /** @description Average cost per follower of Moments ads, fen */
                        momentsCostFen: number;
                        stores: number;
                        /** @description A day, in one store */
                        visitors: number;
                        /** @description Of the visitors */
                        conversion: number;
                        /** @description People in the CRM already */
                        existingClients: number;
                        /** @description Of the existing clients */
                        existingOnboarding: number;
                        newClients: number | null;
                        /** @description Of the new clients */
                        newOnboarding: number;
                        /** @description Clients are asked to follow when they buy */
                        salesCeremony: boolean;
                        /** @description Of the new clients without a sales ceremony */
                        newOnboardingWithout: number;
                        loyaltyProgramme: boolean;
                        /** @description Of the existing clients without a loyalty programme */
                        existingOnboardingWithout: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocks: {
                            /** @enum {string} */
                            key: "organic" | "paid" | "prospects" | "clients";
                            name: {
                                zh: string;
                                en: string;
                            };
                            value: number;
                            formula: {
                                zh: string;
                                en: string;
                            };
                            percent: number | null;
                            parts: {
                                key: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                value: number;
                                formula: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                        }[];
                        footTraffic: number;
                        delta: number;
                        target: number;
                        formulas: {
                            delta: {
                                zh: string;
                                en: string;
                            };
                            target: {
                                zh: string;
                                en: string;
                            };
                        };
                        assets: {
                            /** @enum {string} */
                            key: "salesCeremony" | "loyaltyProgramme";
                            name: {
                                zh: string;
                                en: string;
                            };
                            ready: boolean;
                            effect: {
                                zh: string;
                                en: string;
                            };
                        }[];
                        assumptions: {
                            zh: string;
                            en: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    listPlans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            version: number;
                            name: string;
                            assetId: string | null;
                            /** Format: date */
                            startDay: string;
                            inputs: {
                                /** @description Followers at the start */
                                followers: number;
                                /** @description Organic growth a year, 0.15 for 15 % */
                                organicGrowth: number;
                                /** @description Media budget of the year, fen */
                                mediaBudgetFen: number;
                                /** @description Of the budget for post ads; the rest goes to Moments ads */
                                postShare: number;
                                /** @description Average cost per follower of post ads, fen */
                                postCostFen: number;
                                /** @description Average cost per follower of Moments ads, fen */
                                momentsCostFen: number;
                                stores: number;
                                /** @description A day, in one store */
                                visitors: number;
                                /** @description Of the visitors */
                                conversion: number;
                                /** @description People in the CRM already */
                                existingClients: number;
                                /** @description Of the existing clients */
                                existingOnboarding: number;
                                newClients: number | null;
                                /** @description Of the new clients */
                                newOnboarding: number;
                                /** @description Clients are asked to follow when they buy */
                                salesCeremony: boolean;
                                /** @description Of the new clients without a sales ceremony */
                                newOnboardingWithout: number;
                                loyaltyProgramme: boolean;
                                /** @description Of the existing clients without a loyalty programme */
                                existingOnboardingWithout: number;
                            };
                            plan: {
                                blocks: {
                                    /** @enum {string} */
                                    key: "organic" | "paid" | "prospects" | "clients";
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    value: number;
                                    formula: {
                                        zh: string;
                                        en: string;
                                    };
                                    percent: number | null;
                                    parts: {
                                        key: string;
                                        name: {
                                            zh: string;
                                            en: string;
                                        };
                                        value: number;
                                        formula: {
                                            zh: string;
                                            en: string;
                                        };
                                    }[];
                                }[];
                                footTraffic: number;
                                delta: number;
                                target: number;
                                formulas: {
                                    delta: {
                                        zh: string;
                                        en: string;
                                    };
                                    target: {
                                        zh: string;
                                        en: string;
                                    };
                                };
                                assets: {
                                    /** @enum {string} */
                                    key: "salesCeremony" | "loyaltyProgramme";
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    ready: boolean;
                                    effect: {
                                        zh: string;
                                        en: string;
                                    };
                                }[];
                                assumptions: {
                                    zh: string;
                                    en: string;
                                }[];
                            };
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            changedBy: string;
                            /** Format: date-time */
                            changedAt: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    createPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    assetId: string | null;
                    /** Format: date */
                    startDay: string;
                    inputs: {
                        /** @description Followers at the start */
                        followers: number;
                        /** @description Organic growth a year, 0.15 for 15 % */
                        organicGrowth: number;
                        /** @description Media budget of the year, fen */
                        mediaBudgetFen: number;
                        /** @description Of the budget for post ads; the rest goes to Moments ads */
                        postShare: number;
                        /** @description Average cost per follower of post ads, fen */
                        postCostFen: number;
                        /** @description Average cost per follower of Moments ads, fen */
                        momentsCostFen: number;
                        stores: number;
                        /** @description A day, in one store */
                        visitors: number;
                        /** @description Of the visitors */
                        conversion: number;
                        /** @description People in the CRM already */
                        existingClients: number;
                        /** @description Of the existing clients */
                        existingOnboarding: number;
                        newClients: number | null;
                        /** @description Of the new clients */
                        newOnboarding: number;
                        /** @description Clients are asked to follow when they buy */
                        salesCeremony: boolean;
                        /** @description Of the new clients without a sales ceremony */
                        newOnboardingWithout: number;
                        loyaltyProgramme: boolean;
                        /** @description Of the existing clients without a loyalty programme */
                        existingOnboardingWithout: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        name: string;
                        assetId: string | null;
                        /** Format: date */
                        startDay: string;
                        inputs: {
                            /** @description Followers at the start */
                            followers: number;
                            /** @description Organic growth a year, 0.15 for 15 % */
                            organicGrowth: number;
                            /** @description Media budget of the year, fen */
                            mediaBudgetFen: number;
                            /** @description Of the budget for post ads; the rest goes to Moments ads */
                            postShare: number;
                            /** @description Average cost per follower of post ads, fen */
                            postCostFen: number;
                            /** @description Average cost per follower of Moments ads, fen */
                            momentsCostFen: number;
                            stores: number;
                            /** @description A day, in one store */
                            visitors: number;
                            /** @description Of the visitors */
                            conversion: number;
                            /** @description People in the CRM already */
                            existingClients: number;
                            /** @description Of the existing clients */
                            existingOnboarding: number;
                            newClients: number | null;
                            /** @description Of the new clients */
                            newOnboarding: number;
                            /** @description Clients are asked to follow when they buy */
                            salesCeremony: boolean;
                            /** @description Of the new clients without a sales ceremony */
                            newOnboardingWithout: number;
                            loyaltyProgramme: boolean;
                            /** @description Of the existing clients without a loyalty programme */
                            existingOnboardingWithout: number;
                        };
                        plan: {
                            blocks: {
                                /** @enum {string} */
                                key: "organic" | "paid" | "prospects" | "clients";
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                value: number;
                                formula: {
                                    zh: string;
                                    en: string;
                                };
                                percent: number | null;
                                parts: {
                                    key: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    value: number;
                                    formula: {
                                        zh: string;
                                        en: string;
                                    };
                                }[];
                            }[];
                            footTraffic: number;
                            delta: number;
                            target: number;
                            formulas: {
                                delta: {
                                    zh: string;
                                    en: string;
                                };
                                target: {
                                    zh: string;
                                    en: string;
                                };
                            };
                            assets: {
                                /** @enum {string} */
                                key: "salesCeremony" | "loyaltyProgramme";
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                ready: boolean;
                                effect: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            assumptions: {
                                zh: string;
                                en: string;
                            }[];
                        };
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        changedBy: string;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    getPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        name: string;
                        assetId: string | null;
                        /** Format: date */
                        startDay: string;
                        inputs: {
                            /** @description Followers at the start */
                            followers: number;
                            /** @description Organic growth a year, 0.15 for 15 % */
                            organicGrowth: number;
                            /** @description Media budget of the year, fen */
                            mediaBudgetFen: number;
                            /** @description Of the budget for post ads; the rest goes to Moments ads */
                            postShare: number;
                            /** @description Average cost per follower of post ads, fen */
                            postCostFen: number;
                            /** @description Average cost per follower of Moments ads, fen */
                            momentsCostFen: number;
                            stores: number;
                            /** @description A day, in one store */
                            visitors: number;
                            /** @description Of the visitors */
                            conversion: number;
                            /** @description People in the CRM already */
                            existingClients: number;
                            /** @description Of the existing clients */
                            existingOnboarding: number;
                            newClients: number | null;
                            /** @description Of the new clients */
                            newOnboarding: number;
                            /** @description Clients are asked to follow when they buy */
                            salesCeremony: boolean;
                            /** @description Of the new clients without a sales ceremony */
                            newOnboardingWithout: number;
                            loyaltyProgramme: boolean;
                            /** @description Of the existing clients without a loyalty programme */
                            existingOnboardingWithout: number;
                        };
                        plan: {
                            blocks: {
                                /** @enum {string} */
                                key: "organic" | "paid" | "prospects" | "clients";
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                value: number;
                                formula: {
                                    zh: string;
                                    en: string;
                                };
                                percent: number | null;
                                parts: {
                                    key: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    value: number;
                                    formula: {
                                        zh: string;
                                        en: string;
                                    };
                                }[];
                            }[];
                            footTraffic: number;
                            delta: number;
                            target: number;
                            formulas: {
                                delta: {
                                    zh: string;
                                    en: string;
                                };
                                target: {
                                    zh: string;
                                    en: string;
                                };
                            };
                            assets: {
                                /** @enum {string} */
                                key: "salesCeremony" | "loyaltyProgramme";
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                ready: boolean;
                                effect: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            assumptions: {
                                zh: string;
                                en: string;
                            }[];
                        };
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        changedBy: string;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    name: string;
                    assetId: string | null;
                    /** Format: date */
                    startDay: string;
                    inputs: {
                        /** @description Followers at the start */
                        followers: number;
                        /** @description Organic growth a year, 0.15 for 15 % */
                        organicGrowth: number;
                        /** @description Media budget of the year, fen */
                        mediaBudgetFen: number;
                        /** @description Of the budget for post ads; the rest goes to Moments ads */
                        postShare: number;
                        /** @description Average cost per follower of post ads, fen */
                        postCostFen: number;
                        /** @description Average cost per follower of Moments ads, fen */
                        momentsCostFen: number;
                        stores: number;
                        /** @description A day, in one store */
                        visitors: number;
                        /** @description Of the visitors */
                        conversion: number;
                        /** @description People in the CRM already */
                        existingClients: number;
                        /** @description Of the existing clients */
                        existingOnboarding: number;
                        newClients: number | null;
                        /** @description Of the new clients */
                        newOnboarding: number;
                        /** @description Clients are asked to follow when they buy */
                        salesCeremony: boolean;
                        /** @description Of the new clients without a sales ceremony */
                        newOnboardingWithout: number;
                        loyaltyProgramme: boolean;
                        /** @description Of the existing clients without a loyalty programme */
                        existingOnboardingWithout: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        name: string;
                        assetId: string | null;
                        /** Format: date */
                        startDay: string;
                        inputs: {
                            /** @description Followers at the start */
                            followers: number;
                            /** @description Organic growth a year, 0.15 for 15 % */
                            organicGrowth: number;
                            /** @description Media budget of the year, fen */
                            mediaBudgetFen: number;
                            /** @description Of the budget for post ads; the rest goes to Moments ads */
                            postShare: number;
                            /** @description Average cost per follower of post ads, fen */
                            postCostFen: number;
                            /** @description Average cost per follower of Moments ads, fen */
                            momentsCostFen: number;
                            stores: number;
                            /** @description A day, in one store */
                            visitors: number;
                            /** @description Of the visitors */
                            conversion: number;
                            /** @description People in the CRM already */
                            existingClients: number;
                            /** @description Of the existing clients */
                            existingOnboarding: number;
                            newClients: number | null;
                            /** @description Of the new clients */
                            newOnboarding: number;
                            /** @description Clients are asked to follow when they buy */
                            salesCeremony: boolean;
                            /** @description Of the new clients without a sales ceremony */
                            newOnboardingWithout: number;
                            loyaltyProgramme: boolean;
                            /** @description Of the existing clients without a loyalty programme */
                            existingOnboardingWithout: number;
                        };
                        plan: {
                            blocks: {
                                /** @enum {string} */
                                key: "organic" | "paid" | "prospects" | "clients";
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                value: number;
                                formula: {
                                    zh: string;
                                    en: string;
                                };
                                percent: number | null;
                                parts: {
                                    key: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    value: number;
                                    formula: {
                                        zh: string;
                                        en: string;
                                    };
                                }[];
                            }[];
                            footTraffic: number;
                            delta: number;
                            target: number;
                            formulas: {
                                delta: {
                                    zh: string;
                                    en: string;
                                };
                                target: {
                                    zh: string;
                                    en: string;
                                };
                            };
                            assets: {
                                /** @enum {string} */
                                key: "salesCeremony" | "loyaltyProgramme";
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                ready: boolean;
                                effect: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            assumptions: {
                                zh: string;
                                en: string;
                            }[];
                        };
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        changedBy: string;
                        /** Format: date-time */
                        changedAt: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    removePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    planProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        delta: number;
                        since: string | null;
                        asOf: string | null;
                        /** @description Net new followers planned from `since` to `asOf` */
                        planned: number;
                        net: number | null;
                        weeks: {
                            /** @description ISO week: 2026-W09 */
                            week: string;
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                            planned: number;
                            plannedTotal: number;
                            followed: number | null;
                            unfollowed: number | null;
                            net: number | null;
                            netTotal: number | null;
                            /**
                             * @description Not shown to head office: under ten people, or a count such a one could be computed from
                             * @enum {string}
                             */
                            suppressed?: "small" | "complement";
                        }[];
                        spread: {
                            zh: string;
                            en: string;
                        };
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    contentLift: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description One official account; default all of them */
                assetId?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        least: number;
                        note: {
                            zh: string;
                            en: string;
                        };
                        measures: {
                            /** @enum {string} */
                            id: "opens" | "engaged" | "lost";
                            name: {
                                zh: string;
                                en: string;
                            };
                            definition: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            better: "higher" | "lower";
                        }[];
                        partners: {
                            partnerId: string | null;
                            name: string | null;
                            measures: {
                                opens: {
                                    with: {
                                        /** @description Articles, or pushes */
                                        n: number;
                                        rate: number | null;
                                    };
                                    without: {
                                        /** @description Articles, or pushes */
                                        n: number;
                                        rate: number | null;
                                    };
                                    lift: {
                                        value: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                    /** @enum {string} */
                                    verdict: "too_few" | "higher" | "lower" | "none_shown";
                                };
                                engaged: {
                                    with: {
                                        /** @description Articles, or pushes */
                                        n: number;
                                        rate: number | null;
                                    };
                                    without: {
                                        /** @description Articles, or pushes */
                                        n: number;
                                        rate: number | null;
                                    };
                                    lift: {
                                        value: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                    /** @enum {string} */
                                    verdict: "too_few" | "higher" | "lower" | "none_shown";
                                };
                                lost: {
                                    with: {
                                        /** @description Articles, or pushes */
                                        n: number;
                                        rate: number | null;
                                    };
                                    without: {
                                        /** @description Articles, or pushes */
                                        n: number;
                                        rate: number | null;
                                    };
                                    lift: {
                                        value: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                    /** @enum {string} */
                                    verdict: "too_few" | "higher" | "lower" | "none_shown";
                                };
                            };
                        }[];
                        types: {
                            /** @enum {string} */
                            contentType: "graphic" | "picture" | "video" | "h5" | "game";
                            measures: {
                                opens: {
                                    with: {
                                        /** @description Articles, or pushes */
                                        n: number;
                                        rate: number | null;
                                    };
                                    without: {
                                        /** @description Articles, or pushes */
                                        n: number;
                                        rate: number | null;
                                    };
                                    lift: {
                                        value: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                    /** @enum {string} */
                                    verdict: "too_few" | "higher" | "lower" | "none_shown";
                                };
                                engaged: {
                                    with: {
                                        /** @description Articles, or pushes */
                                        n: number;
                                        rate: number | null;
                                    };
                                    without: {
                                        /** @description Articles, or pushes */
                                        n: number;
                                        rate: number | null;
                                    };
                                    lift: {
                                        value: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                    /** @enum {string} */
                                    verdict: "too_few" | "higher" | "lower" | "none_shown";
                                };
                                lost: {
                                    with: {
                                        /** @description Articles, or pushes */
                                        n: number;
                                        rate: number | null;
                                    };
                                    without: {
                                        /** @description Articles, or pushes */
                                        n: number;
                                        rate: number | null;
                                    };
                                    lift: {
                                        value: number;
                                        low: number;
                                        high: number;
                                    } | null;
                                    /** @enum {string} */
                                    verdict: "too_few" | "higher" | "lower" | "none_shown";
                                };
                            };
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    segmentValue: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            /** @enum {string} */
                            stage: "lead" | "prospect" | "new" | "recurring";
                            people: number | null;
                            valueFen: number | null;
                            lowFen: number | null;
                            highFen: number | null;
                            peoplePercent: number | null;
                            moneyPercent: number | null;
                            rank: number | null;
                            formula: {
                                zh: string;
                                en: string;
                            } | null;
                            /**
                             * @description Not shown to head office: under ten people, or a count such a one could be computed from
                             * @enum {string}
                             */
                            suppressed?: "small" | "complement";
                        }[];
                        people: number;
                        totalFen: number | null;
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        settings: {
                            purchases: {
                                firstFen: number | null;
                                newFen: number | null;
                                recurringFen: number | null;
                            };
                            rates: {
                                lead: number | null;
                                prospect: number | null;
                                new: number | null;
                                recurring: number | null;
                            };
                        };
                        conversions: {
                            /** @enum {string} */
                            stage: "lead" | "prospect" | "new" | "recurring";
                            exposed: number | null;
                            converted: number | null;
                            /**
                             * @description Not shown to head office: under ten people, or a count such a one could be computed from
                             * @enum {string}
                             */
                            suppressed?: "small" | "complement";
                            rate: number | null;
                            interval: {
                                low: number;
                                high: number;
                            } | null;
                            /** @description Few people: read the range */
                            thin: boolean;
                            from: ("measured" | "stated") | null;
                        }[];
                        notes: {
                            zh: string;
                            en: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    segmentValueExample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        inputs: {
                            people: {
                                lead: number;
                                prospect: number;
                                new: number;
                                recurring: number;
                            };
                            conversions: {
                                lead: {
                                    rate: number;
                                    low?: number;
                                    high?: number;
                                } | null;
                                prospect: {
                                    rate: number;
                                    low?: number;
                                    high?: number;
                                } | null;
                                new: {
                                    rate: number;
                                    low?: number;
                                    high?: number;
                                } | null;
                                recurring: {
                                    rate: number;
                                    low?: number;
                                    high?: number;
                                } | null;
                            };
                            purchases: {
                                firstFen: number | null;
                                newFen: number | null;
                                recurringFen: number | null;
                            };
                        };
                        rows: {
                            /** @enum {string} */
                            stage: "lead" | "prospect" | "new" | "recurring";
                            people: number;
                            valueFen: number | null;
                            lowFen: number | null;
                            highFen: number | null;
                            peoplePercent: number | null;
                            moneyPercent: number | null;
                            rank: number | null;
                            formula: {
                                zh: string;
                                en: string;
                            };
                        }[];
                        people: number;
                        totalFen: number | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    previewSegmentValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: {
                        lead: number;
                        prospect: number;
                        new: number;
                        recurring: number;
                    };
                    conversions: {
                        lead: {
                            rate: number;
                            low?: number;
                            high?: number;
                        } | null;
                        prospect: {
                            rate: number;
                            low?: number;
                            high?: number;
                        } | null;
                        new: {
                            rate: number;
                            low?: number;
                            high?: number;
                        } | null;
                        recurring: {
                            rate: number;
                            low?: number;
                            high?: number;
                        } | null;
                    };
                    purchases: {
                        firstFen: number | null;
                        newFen: number | null;
                        recurringFen: number | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            /** @enum {string} */
                            stage: "lead" | "prospect" | "new" | "recurring";
                            people: number;
                            valueFen: number | null;
                            lowFen: number | null;
                            highFen: number | null;
                            peoplePercent: number | null;
                            moneyPercent: number | null;
                            rank: number | null;
                            formula: {
                                zh: string;
                                en: string;
                            };
                        }[];
                        people: number;
                        totalFen: number | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    segmentValueSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        purchases: {
                            firstFen: number | null;
                            newFen: number | null;
                            recurringFen: number | null;
                        };
                        rates: {
                            lead: number | null;
                            prospect: number | null;
                            new: number | null;
                            recurring: number | null;
                        };
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeSegmentValueSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    purchases: {
                        firstFen: number | null;
                        newFen: number | null;
                        recurringFen: number | null;
                    };
                    rates: {
                        lead: number | null;
                        prospect: number | null;
                        new: number | null;
                        recurring: number | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        purchases: {
                            firstFen: number | null;
                            newFen: number | null;
                            recurringFen: number | null;
                        };
                        rates: {
                            lead: number | null;
                            prospect: number | null;
                            new: number | null;
                            recurring: number | null;
                        };
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    reportSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enabled: boolean;
                        /** @description Masked for whoever may not change them */
                        recipients: string[];
                        /** @enum {string} */
                        language: "zh" | "en";
                        /** @description The version for head office: no count of people under ten, nor one such a count could be computed from */
                        aggregatesOnly: boolean;
                        /** @description Of the month after the one it covers */
                        day: number;
                        /** @description Asia/Shanghai */
                        hour: number;
                        /** @description Costs are in it when whoever saved it may see them */
                        withCosts: boolean;
                        nextAt: string | null;
                        changedAt: string | null;
                        /** @description The month a report sent now would cover */
                        monthNow: string;
                        /** @description Whether a Chromium is installed to print the PDF */
                        pdf: boolean;
                        mailMissing: {
                            zh: string;
                            en: string;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    changeReportSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    enabled: boolean;
                    recipients: string[];
                    /** @enum {string} */
                    language: "zh" | "en";
                    /** @description The version for head office: no count of people under ten, nor one such a count could be computed from */
                    aggregatesOnly: boolean;
                    /** @description Of the month after the one it covers */
                    day: number;
                    /** @description Asia/Shanghai */
                    hour: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enabled: boolean;
                        /** @description Masked for whoever may not change them */
                        recipients: string[];
                        /** @enum {string} */
                        language: "zh" | "en";
                        /** @description The version for head office: no count of people under ten, nor one such a count could be computed from */
                        aggregatesOnly: boolean;
                        /** @description Of the month after the one it covers */
                        day: number;
                        /** @description Asia/Shanghai */
                        hour: number;
                        /** @description Costs are in it when whoever saved it may see them */
                        withCosts: boolean;
                        nextAt: string | null;
                        changedAt: string | null;
                        /** @description The month a report sent now would cover */
                        monthNow: string;
                        /** @description Whether a Chromium is installed to print the PDF */
                        pdf: boolean;
                        mailMissing: {
                            zh: string;
                            en: string;
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    sendReportNow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        jobId: string;
                        /** @description `2026-10` */
                        month: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    reportDeliveries: {
        parameters: {
            query?: {
                /** @description Rows per page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @description `2026-10` */
                            month: string;
                            scheduled: boolean;
                            /** @description Masked */
                            recipient: string;
                            /**
                             * @description unknown: it may have arrived; it is not sent again by itself
                             * @enum {string}
                             */
                            state: "waiting" | "sending" | "sent" | "failed" | "unknown";
                            error: {
                                zh: string;
                                en: string;
                            } | null;
                            /** Format: date-time */
                            plannedAt: string;
                            /** Format: date-time */
                            changedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    insightBrands: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description Organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        brands: {
                            brandId: number;
                            name: string;
                            accounts: number;
                            /** @description Accounts whose growth is known */
                            measured: number;
                            opening: number | null;
                            closing: number | null;
                            growth: number | null;
                            pushesAMonth: number | null;
                            articlesAPush: number | null;
                            opens: {
                                readers: number;
                                delivered: number;
                            } | null;
                            until: string | null;
                            places: {
                                followers: {
                                    /** @description 1 is the highest */
                                    rank: number;
                                    of: number;
                                    /** @description Share of the others that are lower, equal ones counting half; 0 to 1 */
                                    percentile: number;
                                } | null;
                                growth: {
                                    /** @description 1 is the highest */
                                    rank: number;
                                    of: number;
                                    /** @description Share of the others that are lower, equal ones counting half; 0 to 1 */
                                    percentile: number;
                                } | null;
                                pushesAMonth: {
                                    /** @description 1 is the highest */
                                    rank: number;
                                    of: number;
                                    /** @description Share of the others that are lower, equal ones counting half; 0 to 1 */
                                    percentile: number;
                                } | null;
                                articlesAPush: {
                                    /** @description 1 is the highest */
                                    rank: number;
                                    of: number;
                                    /** @description Share of the others that are lower, equal ones counting half; 0 to 1 */
                                    percentile: number;
                                } | null;
                                openRate: {
                                    /** @description 1 is the highest */
                                    rank: number;
                                    of: number;
                                    /** @description Share of the others that are lower, equal ones counting half; 0 to 1 */
                                    percentile: number;
                                } | null;
                            };
                        }[];
                        measures: {
                            /** @enum {string} */
                            metric: "community_growth" | "pushes_by_month" | "articles_per_push";
                            rows: string[];
                            /** @enum {string} */
                            unit: "rate" | "share";
                            name: {
                                zh: string;
                                en: string;
                            };
                            definition: {
                                zh: string;
                                en: string;
                            };
                            numerator: {
                                zh: string;
                                en: string;
                            };
                            denominator: {
                                zh: string;
                                en: string;
                            };
                            better: ("higher" | "lower") | null;
                            dimension: {
                                zh: string;
                                en: string;
                            };
                            benchmarks: {
                                id: string;
                                metric: string;
                                /** @description The part of the metric it is about; empty for the whole */
                                key: string;
                                name: {
                                    zh: string;
                                    en: string;
                                } | null;
                                value: number | null;
                                low?: number;
                                high?: number;
                                /** @enum {string} */
                                unit: "count" | "share" | "rate" | "mean" | "fen" | "share_of_accounts" | "change" | "multiple";
                                edition: {
                                    zh: string;
                                    en: string;
                                };
                                /** @description When it was measured: 2020, 2019-H1, 2019-08 */
                                year: string;
                                sample: {
                                    zh: string;
                                    en: string;
                                } | null;
                                source: {
                                    name: string;
                                    date: string | null;
                                    address: string | null;
                                };
                                /** @enum {string} */
                                confidence: "published" | "quoted" | "derived" | "weak" | "own";
                                note: {
                                    zh: string;
                                    en: string;
                                } | null;
                            }[];
                            cells: {
                                key: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                numerator: number | null;
                                denominator: number | null;
                                value: number | null;
                                percent: number | null;
                            }[];
                            /** @description Accounts that lack what it needs */
                            leftOut: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    latestProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: {
                            id: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            step: ("waiting" | "account" | "panel") | null;
                            done: number;
                            total: number | null;
                            lastError: {
                                zh: string;
                                en: string;
                            } | null;
                        } | null;
                        proof: {
                            /** Format: date-time */
                            at: string;
                            period: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            };
                            holds: boolean;
                            verdict: {
                                zh: string;
                                en: string;
                            };
                            notes: {
                                zh: string;
                                en: string;
                            }[];
                            /** @enum {string} */
                            draw: "quota" | "random";
                            calibration: string | null;
                            measured: {
                                rows: string[];
                                metric: string;
                                key: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                ours: {
                                    numerator: number;
                                    denominator: number;
                                    value: number | null;
                                };
                                ledger: {
                                    numerator: number;
                                    denominator: number;
                                };
                                equal: boolean;
                                draws: number | null;
                            }[];
                            calibrated: {
                                rows: string[];
                                metric: string;
                                key: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                published: number;
                                ours: number | null;
                                tolerance: number;
                                standardErrors: number | null;
                                holds: boolean;
                            }[] | null;
                            /** @description Cells the report lost: not checked */
                            lost: {
                                rows: string[];
                                metric: string;
                                key: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                ours: number | null;
                            }[];
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
    startProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Brand */
                brandId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Failed"];
        };
    };
}
