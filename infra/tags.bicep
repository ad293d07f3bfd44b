// What every resource is marked with: "azd" finds its own by these.

@export()
type tags = {
  *: string
}
