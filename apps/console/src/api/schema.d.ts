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
         * The audit log, newest first
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
         * Check the whole chain
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
         * The whole audit log as CSV
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
    "/api/brands/{brandId}/pushes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pushes, newest first
         * @description Needs `pushes:read`: see pushes.
         */
        get: operations["listPushes"];
        put?: never;
        /**
         * Record a push
         * @description Needs `pushes:write`: prepare pushes.
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
         * @description Needs `pushes:read`: see pushes.
         */
        get: operations["readPush"];
        /**
         * Change a draft
         * @description Needs `pushes:write`: prepare pushes.
         */
        put: operations["changePush"];
        post?: never;
        /**
         * Delete a draft
         * @description Needs `pushes:write`: prepare pushes.
         */
        delete: operations["deletePush"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brands/{brandId}/pushes/{pushId}/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How many a push would reach now, and who is taken out why
         * @description Needs `pushes:read`: see pushes.
         */
        post: operations["previewPushAudience"];
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
         * Freeze the audience and send
         * @description Needs `pushes:send`: send pushes.
         */
        post: operations["sendPush"];
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
    schemas: never;
    responses: never;
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
                            permissions: ("brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "finance:read" | "organisation:manage" | "known" | "self")[];
                        }[];
                        brands: {
                            id: number;
                            organisationId: string;
                            organisationName: string;
                            name: string;
                            zone: string;
                            demo: boolean;
                            roles: ("organisation_admin" | "owner" | "marketer" | "approver" | "analyst" | "associate" | "head_office" | "finance" | "viewer")[];
                            permissions: ("brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "finance:read" | "organisation:manage" | "known" | "self")[];
                        }[];
                        /**
                         * Format: date-time
                         * @description Product time, which in a demo is the sandbox’s
                         */
                        now: string;
                    };
                };
            };
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
                            permissions: ("brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "finance:read" | "organisation:manage" | "known" | "self")[];
                        }[];
                    };
                };
            };
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
                            permissions: ("brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "finance:read" | "organisation:manage" | "known" | "self")[];
                        }[];
                        permissions: {
                            /** @enum {string} */
                            permission: "brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "finance:read" | "organisation:manage" | "known" | "self";
                            name: {
                                zh: string;
                                en: string;
                            };
                            forKeys: boolean;
                        }[];
                    };
                };
            };
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
                        permissions: ("brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "finance:read" | "organisation:manage" | "known" | "self")[];
                    };
                };
            };
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
                            permissions: ("brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "finance:read" | "organisation:manage" | "known" | "self")[];
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
                    permissions: ("brand:read" | "brand:manage" | "users:manage" | "keys:manage" | "audit:read" | "status:read" | "people:read" | "people:reveal" | "people:write" | "people:import" | "people:export" | "people:erase" | "insights:read" | "insights:write" | "recruitment:read" | "recruitment:write" | "accounts:read" | "accounts:write" | "pushes:read" | "pushes:write" | "pushes:approve" | "pushes:send" | "finance:read" | "organisation:manage" | "known" | "self")[];
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
                                key: "name" | "gender" | "city" | "source" | "phone" | "email" | "birthday" | "language" | "remark" | "asset_interests" | "content_interests" | "product_interests" | "campaign_interests" | "purchase_occasion" | "budget" | "channel_interest" | "loyalty_programme" | "trigger_personal_occasion" | "trigger_reason" | "benefit_tangible" | "benefit_emotional";
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
        };
    };
    listRightsRequests: {
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
                    };
                };
            };
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
                    };
                };
            };
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
                            url: string;
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
                        url: string;
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
        };
    };
    listCosts: {
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
                            channelId: string | null;
                            sourceGroup: ("qr" | "search" | "ads" | "word_of_mouth" | "other" | "unknown") | null;
                            /** Format: date */
                            day: string;
                            fen: number;
                            note: string;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
                    };
                };
            };
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
        };
    };
    listPushes: {
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
                            assetId: string;
                            title: string;
                            /** @description draft, sending, sent, finished or failed */
                            state: string;
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
                            articleCount: number;
                            error: {
                                zh: string;
                                en: string;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            sentAt: string | null;
                            finishedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
                    /** @description To a segment rather than to everybody (W-26). */
                    segmented: boolean;
                    /**
                     * @description Whether readers may comment on the articles. An account without comments sends them closed.
                     * @default true
                     */
                    openComments?: boolean;
                    articles: {
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
                        /** @description draft, sending, sent, finished or failed */
                        state: string;
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
                        articleCount: number;
                        error: {
                            zh: string;
                            en: string;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        sentAt: string | null;
                        finishedAt: string | null;
                        articles: {
                            position: number;
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
                        }[];
                        calls: {
                            number: number;
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
                    /** @description To a segment rather than to everybody (W-26). */
                    segmented: boolean;
                    /**
                     * @description Whether readers may comment on the articles. An account without comments sends them closed.
                     * @default true
                     */
                    openComments?: boolean;
                    articles: {
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
        };
    };
    previewPushAudience: {
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
                        reached: number;
                        excluded: {
                            [key: string]: number;
                        };
                        calls: number;
                        /**
                         * @description Of the account: a service account reaches each follower four times a month, a subscription account sends once a day.
                         * @enum {string}
                         */
                        kind: "service" | "subscription";
                    };
                };
            };
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
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
            /** @description An error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
            /** @description An error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
            };
        };
    };
}
