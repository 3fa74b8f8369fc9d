// Made by scripts/api-types.mjs from /api/openapi.json.
export interface paths {
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
         * One’s own orders, newest first (the last hundred)
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
                    code: string;
                    /** @description Of the launch of the mini program */
                    scene?: number;
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
    shopOrders: {
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
                            number: string;
                            storefrontId: string;
                            /** @enum {string} */
                            state: "awaiting_payment" | "paid" | "cancelled";
                            totalFen: number;
                            discountFen: number;
                            paidFen: number;
                            refundedFen: number;
                            /**
                             * @description K-04
                             * @enum {string}
                             */
                            channel: "mini_program" | "h5";
                            /** Format: date-time */
                            placedAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            paidAt: string | null;
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
                        totalFen: number;
                        discountFen: number;
                        paidFen: number;
                        refundedFen: number;
                        /**
                         * @description K-04
                         * @enum {string}
                         */
                        channel: "mini_program" | "h5";
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
                        totalFen: number;
                        discountFen: number;
                        paidFen: number;
                        refundedFen: number;
                        /**
                         * @description K-04
                         * @enum {string}
                         */
                        channel: "mini_program" | "h5";
                        /** Format: date-time */
                        placedAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        paidAt: string | null;
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
                        totalFen: number;
                        discountFen: number;
                        paidFen: number;
                        refundedFen: number;
                        /**
                         * @description K-04
                         * @enum {string}
                         */
                        channel: "mini_program" | "h5";
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
