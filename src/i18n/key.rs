//! The list of all messages, and which placeholders each one has.

macro_rules! keys {
    ($($key:ident = $name:literal [$($placeholder:literal),*],)*) => {
        /// One message. Its place in the list is its place in a [`super::Catalogue`] and in
        /// `kassa_wire::page::Page::messages`.
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
}
