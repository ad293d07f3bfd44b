using AngleSharp.Dom;

namespace Verify.Ingestion.Html;

/// <summary>Walks over a page without recursion, in time linear in its nodes (NextSibling searches the parent's list).</summary>
static class Nodes
{
    /// <summary>The nodes below <paramref name="root"/> in document order. What is below <paramref name="root"/> must not change meanwhile.</summary>
    public static IEnumerable<INode> Within(INode root)
    {
        var open = new Stack<(INodeList Nodes, int Next)>();
        open.Push((root.ChildNodes, 0));
        while (open.TryPop(out var level))
        {
            if (level.Next == level.Nodes.Length) continue;
            var node = level.Nodes[level.Next];
            open.Push((level.Nodes, level.Next + 1));
            if (node.HasChildNodes) open.Push((node.ChildNodes, 0));
            yield return node;
        }
    }

    /// <summary>Characters of text below <paramref name="root"/>.</summary>
    public static int TextLength(INode root) => Within(root).OfType<IText>().Sum(t => t.Length);
}
