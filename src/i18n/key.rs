//! The list of all messages, and which placeholders each one has.

macro_rules! keys {
    ($($key:ident = $name:literal [$($placeholder:literal),*],)*) => {
        /// One message. Its place in the list is its place in a [`super::Catalogue`] and in
        /// `kassa_wire::page::Texts`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the text in locales/en.json documents each message")]
        pub enum Key {
            $($key,)*
        }

        impl Key {
            /// Every message, in the order that catalogues have.
            pub const ALL: &'static [Self] = &[$(Self::$key),*];

            /// Its name in `locales/*.json`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$key => $name,)* }
            }

            /// What has to be filled in, by name: `["recipient", "total"]` for a text with
            /// `{recipient}` and `{total}` in it.
            #[must_use]
            pub fn placeholders(self) -> &'static [&'static str] {
                match self { $(Self::$key => &[$($placeholder),*],)* }
            }
        }
    };
}

keys! {
    // The page itself.
    PageTitle = "page_title" ["recipient"],
    PageTitlePlain = "page_title_plain" [],
    Crashed = "crashed" [],
    StepsLabel = "steps_label" [],
    StepInformation = "step_information" [],
    StepPayment = "step_payment" [],
    StepDone = "step_done" [],
    StepFinished = "step_finished" [],
    OrderLabel = "order_label" [],
    OrderNumber = "order_number" ["number"],
    Total = "total" [],
    LanguageLabel = "language_label" [],
    Expires = "expires" ["expires"],
    CancelPayment = "cancel_payment" [],
    CancelExplain = "cancel_explain" [],
    CancelYes = "cancel_yes" [],
    TryAgain = "try_again" [],
    CheckAgain = "check_again" [],
    BackTo = "back_to" ["recipient"],
    // Step 1: the payer's information.
    ReviewHeading = "review_heading" [],
    ReviewLead = "review_lead" ["recipient"],
    FormHeading = "form_heading" [],
    FormLead = "form_lead" [],
    SummaryLabel = "summary_label" [],
    Change = "change" [],
    ChangeInformation = "change_information" [],
    Confirm = "confirm" [],
    Confirming = "confirming" [],
    // The labels of the fields, which the server writes into each view.
    FieldFirstName = "field_first_name" [],
    FieldLastName = "field_last_name" [],
    FieldEmail = "field_email" [],
    FieldPhone = "field_phone" [],
    FieldCountry = "field_country" [],
    FieldAddress = "field_address" [],
    FieldCity = "field_city" [],
    FieldRegion = "field_region" [],
    FieldPostalCode = "field_postal_code" [],
    Optional = "optional" [],
    ChooseOption = "choose_option" [],
    ErrorsHeading = "errors_heading" [],
    ErrorRequired = "error_required" [],
    ErrorEmail = "error_email" [],
    ErrorPhone = "error_phone" [],
    ErrorTooLong = "error_too_long" ["max"],
    ErrorCharacters = "error_characters" [],
    ErrorOption = "error_option" [],
    ErrorInvalid = "error_invalid" [],
    ErrorCardNumber = "error_card_number" [],
    ErrorExpiry = "error_expiry" [],
    ErrorSecurityCode = "error_security_code" [],
    // Step 2: paying.
    PayHeading = "pay_heading" [],
    MethodCard = "method_card" [],
    MethodCardHint = "method_card_hint" [],
    MethodTransfer = "method_transfer" [],
    MethodTransferHint = "method_transfer_hint" [],
    MethodTransferNext = "method_transfer_next" [],
    MethodWallet = "method_wallet" [],
    MethodWalletHint = "method_wallet_hint" [],
    MethodWalletNext = "method_wallet_next" [],
    CardNumber = "card_number" [],
    CardExpiry = "card_expiry" [],
    CardExpiryHint = "card_expiry_hint" [],
    CardCode = "card_code" [],
    CardHolder = "card_holder" [],
    CardNeedsScripts = "card_needs_scripts" [],
    NoMethods = "no_methods" ["recipient"],
    Pay = "pay" ["total"],
    Paying = "paying" [],
    PayingNote = "paying_note" [],
    DeclineHeading = "decline_heading" [],
    DeclineDeclined = "decline_declined" [],
    DeclineFunds = "decline_funds" [],
    DeclineExpired = "decline_expired" [],
    DeclineChallenge = "decline_challenge" [],
    DeclineCalledOff = "decline_called_off" [],
    DeclineNotProcessed = "decline_not_processed" [],
    UnansweredHeading = "unanswered_heading" [],
    UnansweredText = "unanswered_text" [],
    FollowingHeading = "following_heading" [],
    FollowingText = "following_text" [],
    ChallengeHeading = "challenge_heading" [],
    ChallengeText = "challenge_text" ["total"],
    ChallengeAway = "challenge_away" ["total"],
    ChallengeFrame = "challenge_frame" [],
    ChallengeOpen = "challenge_open" [],
    ChallengeGo = "challenge_go" [],
    RedirectHeading = "redirect_heading" [],
    RedirectText = "redirect_text" ["total"],
    RedirectOpen = "redirect_open" [],
    // Step 3: how it ended.
    PaidHeading = "paid_heading" [],
    PaidText = "paid_text" ["recipient"],
    AlreadyHeading = "already_heading" [],
    AlreadyText = "already_text" [],
    ReceiptLabel = "receipt_label" [],
    ReceiptReference = "receipt_reference" [],
    ReceiptAmount = "receipt_amount" [],
    ReceiptRecipient = "receipt_recipient" [],
    ReceiptOrder = "receipt_order" [],
    ReceiptMethod = "receipt_method" [],
    ReceiptDate = "receipt_date" [],
    Copy = "copy" [],
    CopyOf = "copy_of" ["label"],
    Copied = "copied" [],
    CopyFailed = "copy_failed" [],
    Print = "print" [],
    PendingHeading = "pending_heading" [],
    PendingText = "pending_text" ["recipient"],
    PendingNextHeading = "pending_next_heading" [],
    PendingNext = "pending_next" [],
    TransferAmount = "transfer_amount" [],
    TransferHolder = "transfer_holder" [],
    TransferAccount = "transfer_account" [],
    TransferCode = "transfer_code" [],
    TransferBank = "transfer_bank" [],
    TransferReference = "transfer_reference" [],
    ExpiredHeading = "expired_heading" [],
    ExpiredText = "expired_text" ["recipient"],
    CancelledHeading = "cancelled_heading" [],
    CancelledText = "cancelled_text" ["recipient"],
    NotFoundHeading = "not_found_heading" [],
    NotFoundText = "not_found_text" [],
    TroubleHeading = "trouble_heading" [],
    TroubleText = "trouble_text" [],
    // Said above everything else.
    NoticeStale = "notice_stale" [],
    NoticeTrouble = "notice_trouble" [],
    NoticeCardNeedsScripts = "notice_card_needs_scripts" [],
    NoticeChooseMethod = "notice_choose_method" [],
    NoticeCheckCard = "notice_check_card" [],
    NoticeInProgress = "notice_in_progress" [],
    SayErrors = "say_errors" [],
    SayLanguage = "say_language" [],
    // The address as each country writes it.
    FieldName = "field_name" [],
    AreaArea = "area_area" [],
    AreaCounty = "area_county" [],
    AreaDepartment = "area_department" [],
    AreaDistrict = "area_district" [],
    AreaDoSi = "area_do_si" [],
    AreaEmirate = "area_emirate" [],
    AreaIsland = "area_island" [],
    AreaOblast = "area_oblast" [],
    AreaParish = "area_parish" [],
    AreaPrefecture = "area_prefecture" [],
    AreaProvince = "area_province" [],
    AreaState = "area_state" [],
    CodeZip = "code_zip" [],
    CodePin = "code_pin" [],
    CodeEircode = "code_eircode" [],
    CityDistrict = "city_district" [],
    CityPostTown = "city_post_town" [],
    CitySuburb = "city_suburb" [],
    PartDistrict = "part_district" [],
    PartNeighborhood = "part_neighborhood" [],
    PartSuburb = "part_suburb" [],
    PartTownland = "part_townland" [],
    PartVillage = "part_village" [],
    // What helps to fill in a form.
    ErrorLike = "error_like" ["example"],
    ErrorNumber = "error_number" [],
    ErrorDate = "error_date" [],
    EmailSlip = "email_slip" ["email"],
    EmailTake = "email_take" [],
    SetBy = "set_by" ["recipient"],
    // How it is sent, and codes that make it cheaper.
    ShippingHeading = "shipping_heading" [],
    DiscountLabel = "discount_label" [],
    DiscountApply = "discount_apply" [],
    DiscountRemove = "discount_remove" ["code"],
    DiscountUnknown = "discount_unknown" [],
    SayTotal = "say_total" ["total"],
    // The time that is left, and another link.
    TimeLeft = "time_left" ["time"],
    AskLink = "ask_link" [],
    AskedLink = "asked_link" ["recipient"],
    // The line, the merchant and other windows.
    Offline = "offline" [],
    Online = "online" [],
    Locked = "locked" ["recipient"],
    WindowText = "window_text" [],
    WindowBlocked = "window_blocked" [],
    ChallengeLate = "challenge_late" [],
    // On the way to the money.
    QrText = "qr_text" [],
    ValidateWaiting = "validate_waiting" ["recipient"],
    ValidateRefused = "validate_refused" ["recipient"],
    ValidateSilent = "validate_silent" ["recipient"],
}
