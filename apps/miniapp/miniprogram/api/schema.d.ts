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
    "/api/shop/{shopId}/storefronts/{storefrontId}/peers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people like oneself kept here in 90 days, of what is on sale
         * @description Alike is who told the same of their taste, then who is at the same stage. Empty without consent to personalisation (`profiling`).
         *
         *     Needs a shopper’s pass.
         */
        get: operations["shopPeers"];
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
                        /** @description How long an unpaid order keeps its units */
                        holdMinutes: number;
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
                        /** @description Placed where one is now: only there can it be paid */
                        isFromHere: boolean;
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
                        /** @description Placed where one is now: only there can it be paid */
                        isFromHere: boolean;
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
    shopPeers: {
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
                        /** @enum {string} */
                        consent: "given" | "withdrawn" | "none";
                        days: number;
                        /**
                         * @description Nothing could be shown to anybody here yet
                         * @enum {boolean}
                         */
                        empty?: true;
                        items: {
                            productId: string;
                            people: number;
                            /** @description What they have in common */
                            alike: string;
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
                        /** @description Everything was sent, and WeChat knows it where it keeps the order */
                        mayConfirm: boolean;
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
                        /** @description Of the link that is valid */
                        linkNo: number;
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
                        /** @description Of the link that is valid */
                        linkNo: number;
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
            query?: {
                /** @description The linkNo it is another for: the same again is the same link */
                replaces?: number;
            };
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
                        /** @description Of the link that is valid */
                        linkNo: number;
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
}
