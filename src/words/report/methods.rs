//! How the numbers are to be read, and the papers behind them.

/// Heading of how to read it.
pub const HEADING: &str = "How to read this";
/// Heading of sources.
pub const SOURCES: &str = "Sources";
/// Heading of the sources of ideas.
pub const OF_IDEAS: &str = "Of the ideas the program showed";

/// What the numbers are, and what they cannot say.
pub const LIMITS: [&str; 4] = [
    "A day without an answer is missing and is never counted as zero. Numbers are the person's own scores and counts, \
     not measurements.",
    "What stands side by side here went along with each other in this diary; that is not a cause.",
    "Treatment, season, cycle, better or worse days of logging and chance all leave marks in such numbers.",
    "Better or worse compares the whole period with as many days before it. The weekday is taken out, and that one day \
     resembles the next (autocorrelation) is allowed for. The first and the last third of the period are described, not compared by a test.",
];

/// The papers behind the numbers of every report.
pub const PAPERS: [&str; 6] = [
    "Period before and after, and before and after of courses: Aitken AC. On least squares and linear combination of observations. \
     Proc R Soc Edinb, 1936. doi:10.1017/S0370164600014346",
    "Turner SL, et al. Evaluation of statistical methods used in the analysis of interrupted time series studies. BMC Med Res \
     Methodol, 2021. doi:10.1186/s12874-021-01306-w",
    "Medians and quartiles: Hyndman RJ, Fan Y. Sample quantiles in statistical packages. Am Stat, 1996. doi:10.2307/2684934",
    "Stool forms: Lewis SJ, Heaton KW. Stool form scale as a useful guide to intestinal transit time. Scand J Gastroenterol, 1997. \
     doi:10.3109/00365529709011203",
    "Colours: Okabe M, Ito K. Color universal design, 2008. https://jfly.uni-koeln.de/color/",
    "Foods: values of the food tables that are named under Help, About.",
];

/// What made the report.
pub fn made_with() -> String {
    format!(
        "Made with Gutskin {}, a private diary program. Not a medical device. Not for emergencies.",
        env!("CARGO_PKG_VERSION")
    )
}
