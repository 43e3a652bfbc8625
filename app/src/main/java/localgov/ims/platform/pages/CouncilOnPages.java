package localgov.ims.platform.pages;

/// Says which council the page of the current request belongs to. Given by whoever knows the councils;
/// without one, `ims.council-name` and `ims.demo` are shown.
@FunctionalInterface
public interface CouncilOnPages {
    CouncilFace face();
}
