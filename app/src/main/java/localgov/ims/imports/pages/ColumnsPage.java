package localgov.ims.imports.pages;

import java.util.List;
import localgov.ims.govuk.Choice;
import localgov.ims.govuk.Option;

/// Describing a file by its columns, beside a sample of it.
///
/// @param columns the columns of the sample, after the choice of none
/// @param texts the columns that may say what an entry is for, each by itself
public record ColumnsPage(
        List<Option> columns,
        List<Choice> texts,
        List<Option> delimiters,
        List<Option> dayFormats,
        List<Choice> money,
        List<Choice> amounts,
        SampleResult result) {}
